/** Why a file, page, feed or line is refused: a key of the catalogues and the values of its blanks, never a text. */

/** The reasons with blanks. They are stored: a key keeps its blanks for good. */
type Blanks = {
  'refusal.addressPort': { port: number }
  'refusal.archive': { kind: string }
  'refusal.archiveFiles': { files: number; limit: number }
  'refusal.chapters': { chapters: number; limit: number }
  'refusal.database': { kind: string }
  /** As an earlier version wrote it down, in English. */
  'refusal.earlier': { clause: string }
  'refusal.encodingNamed': { encoding: string }
  'refusal.field': { field: string }
  /** In megabytes. */
  'refusal.fileSize': { size: number; limit: number }
  'refusal.frontMatterDate': { date: string }
  'refusal.frontMatterField': { field: string }
  'refusal.idLength': { limit: number }
  'refusal.idTaken': { id: string }
  'refusal.image': { kind: string }
  'refusal.inFolder': { path: string }
  /** In megabytes. */
  'refusal.lineLength': { limit: number }
  'refusal.pages': { pages: number; limit: number }
  'refusal.program': { system: string }
  'refusal.recording': { kind: string }
  'refusal.sameId': { id: string }
  /** As HTTP writes it: `404 Not Found`. */
  'refusal.status': { status: string }
  /** In characters. */
  'refusal.textLength': { limit: number }
  /** In megabytes. */
  'refusal.tooLarge': { limit: number }
  /** What the system or a library said. */
  'refusal.unreadable': { cause: string }
  'refusal.wrongStart': { name: string }
  'refusal.yamlLine': { line: number }
}

/** The reasons without blanks. */
type Plain =
  | 'refusal.addressInvalid'
  | 'refusal.addressLogin'
  | 'refusal.addressLong'
  | 'refusal.addressNowhere'
  | 'refusal.addressPrivate'
  | 'refusal.addressScheme'
  | 'refusal.applePages'
  | 'refusal.badJson'
  | 'refusal.bomb'
  | 'refusal.brokeOff'
  | 'refusal.busy'
  | 'refusal.certificate'
  | 'refusal.compressedOften'
  | 'refusal.compressionBroken'
  | 'refusal.compressionUnknown'
  | 'refusal.damaged'
  | 'refusal.damagedContents'
  | 'refusal.damagedEmail'
  | 'refusal.damagedMain'
  | 'refusal.damagedPages'
  | 'refusal.damagedPart'
  | 'refusal.damagedPdf'
  | 'refusal.documentList'
  | 'refusal.elements'
  | 'refusal.empty'
  | 'refusal.emptyText'
  | 'refusal.encoding'
  | 'refusal.entities'
  | 'refusal.excel'
  | 'refusal.feedGone'
  | 'refusal.feedHeavy'
  | 'refusal.feedItems'
  | 'refusal.feedNoText'
  | 'refusal.feedPage'
  | 'refusal.feedXml'
  | 'refusal.font'
  | 'refusal.fontMap'
  | 'refusal.headers'
  | 'refusal.insecure'
  | 'refusal.json'
  | 'refusal.kindle'
  | 'refusal.late'
  | 'refusal.linkOutside'
  | 'refusal.linksOnly'
  | 'refusal.locked'
  | 'refusal.markdownTooSlow'
  | 'refusal.nameClash'
  | 'refusal.nameTaken'
  | 'refusal.nesting'
  | 'refusal.newsFeed'
  | 'refusal.noDocument'
  | 'refusal.noMemory'
  | 'refusal.noText'
  | 'refusal.notFeed'
  | 'refusal.notHttp'
  | 'refusal.notObject'
  | 'refusal.notOpml'
  | 'refusal.wrongEncoding'
  | 'refusal.oldOffice'
  | 'refusal.oldPowerPoint'
  | 'refusal.oldWord'
  | 'refusal.onlyAttachments'
  | 'refusal.openDocument'
  | 'refusal.outlook'
  | 'refusal.password'
  | 'refusal.postScript'
  | 'refusal.redirects'
  | 'refusal.scan'
  | 'refusal.stopped'
  | 'refusal.tooMuchMemory'
  | 'refusal.tooSlow'
  | 'refusal.unknownBinary'
  | 'refusal.unknownXml'
  | 'refusal.unreachable'
  | 'refusal.withheld'
  | 'refusal.yaml'

export type RefusalKey = Plain | keyof Blanks

/** Plain data: it crosses threads, and is stored as JSON. `src/locales/refusal.ts` says it in a person's language. */
export type RefusalReason =
  | { key: Plain; values?: never }
  | { [Key in keyof Blanks]: { key: Key; values: Blanks[Key] } }[keyof Blanks]

/** Said about one file, page, feed or line; the rest goes on. Its message is for logs. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly reason: RefusalReason

  constructor(reason: RefusalReason | Plain, options?: ErrorOptions) {
    const whole: RefusalReason = typeof reason === 'string' ? { key: reason } : reason
    super(whole.values ? `${whole.key} ${JSON.stringify(whole.values)}` : whole.key, options)
    this.reason = whole
  }
}

/** A file of more bytes than may be. */
export const sizeReason = (bytes: number, limit: number): RefusalReason => ({
  key: 'refusal.fileSize',
  values: { size: Math.round(bytes / 1e6), limit: limit / 1e6 },
})

/** The reason as a column of a database holds it. */
export const toStored = (reason: RefusalReason): string => JSON.stringify(reason)

/** The reason in a column of a database, also one that an earlier version wrote as an English clause. */
export function fromStored(text: string): RefusalReason {
  return text.startsWith('{"key":"refusal.')
    ? (JSON.parse(text) as RefusalReason)
    : { key: 'refusal.earlier', values: { clause: text } }
}
