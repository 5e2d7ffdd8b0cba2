/** E-mails (.eml) as text. */
import PostalMime, { type Address } from 'postal-mime'
import { Refusal } from '../../refusal.ts'
import { readDate } from '../../text/date.ts'
import { normalise, unwrap } from '../../text/normalise.ts'
import { appendMarkup } from '../html/fragment.ts'
import type { Attachment, ParsedFile } from '../parsed.ts'
import { NO_ORIGIN, TextBuilder } from '../text-builder.ts'

const [MAX_NESTING, MAX_HEADERS] = [50, 1_000_000]
const QUOTED = /^\s?>/
/** "On Monday, Anna wrote:", on one line or two, above what it quotes. */
const ATTRIBUTION = /:\s*$/
const MAX_ATTRIBUTION = 200

/**
 * Reads an e-mail: its plain text, or else its HTML. What it quotes of an earlier
 * one is left out. Files that came with it are answered as they are. Throws a Refusal.
 */
export async function readEmail(bytes: Uint8Array): Promise<ParsedFile> {
  const mail = await PostalMime.parse(bytes, {
    maxNestingDepth: MAX_NESTING,
    maxHeadersSize: MAX_HEADERS,
  }).catch(() => {
    throw new Refusal('refusal.damagedEmail')
  })
  const sender = mailbox(mail.from)
  const origin = {
    ...NO_ORIGIN,
    title: mail.subject ?? null,
    author: sender?.name || sender?.address || null,
    source: sender?.address?.split('@')[1] ?? null,
    date: (mail.date && readDate(mail.date)) || null,
  }
  const attachments: Attachment[] = mail.attachments.map(({ filename, content, mimeType }, at) => ({
    name: filename || `attachment ${at + 1} (${mimeType})`,
    bytes:
      typeof content === 'string'
        ? new TextEncoder().encode(content)
        : new Uint8Array(content as ArrayBuffer),
  }))
  const body = withoutQuotes(mail.text ?? '')
  const text = new TextBuilder()
  if (body !== '') for (const block of unwrap(normalise(body)).split('\n\n')) text.block(block)
  else if (mail.html) appendMarkup(mail.html, text, { withoutQuotes: true })
  const noText = attachments.length > 0 ? ({ key: 'refusal.onlyAttachments' } as const) : undefined
  return { ...text.finish(origin, noText), attachments }
}

const mailbox = (address: Address | undefined) => (address?.group ? address.group[0] : address)

/** Without lines that begin with `>`, and without the line that says whose they are. */
function withoutQuotes(text: string): string {
  const kept: string[] = []
  let isQuote = false
  for (const line of text.split(/\r\n?|\n/)) {
    if (QUOTED.test(line)) {
      if (!isQuote) dropAttribution(kept)
      isQuote = true
      continue
    }
    if (line.trim() !== '') isQuote = false
    kept.push(line)
  }
  return kept.join('\n').trim()
}

function dropAttribution(kept: string[]): void {
  let end = kept.length
  while (end > 0 && kept[end - 1]?.trim() === '') end -= 1
  let start = end
  while (start > 0 && kept[start - 1]?.trim() !== '') start -= 1
  const paragraph = kept.slice(start, end).join(' ')
  if (paragraph.length <= MAX_ATTRIBUTION && ATTRIBUTION.test(paragraph) && /\d|@/.test(paragraph))
    kept.length = start
}
