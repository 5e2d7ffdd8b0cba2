/** The terminal as a surface of the chat: progress on standard error, replies as text or JSON. */
import type { Place } from '../chat/request.ts'
import { type Refusal, type Replying, rejectUnshowable, type Shown, type Working } from '../chat/surface.ts'
import { SHARED_COLLECTION } from '../document.ts'
import { english } from '../locales/language.ts'
import type { Io } from './io.ts'
import { replyJson } from './json.ts'
import type { Page } from './page/page.ts'
import { createProgressLine } from './progress.ts'
import { renderQuoteInContext, renderReply } from './render.ts'
import type { Look } from './text.ts'

/** The terminal's own person, who may read and change the shared collection. */
export const PLACE: Place = {
  person: 'terminal',
  server: null,
  channel: null,
  parent: null,
  isDirect: true,
  language: english,
  collections: [SHARED_COLLECTION],
  own: SHARED_COLLECTION,
  isManager: true,
  findChannel: () => undefined,
  maySee: () => false,
}

type Style = {
  json?: boolean
  /** Where a daily briefing is written to instead. */
  page?: Page | undefined
  onRefusal: (refusal: Refusal) => void
}

/** Shows what comes of one request. */
export function terminalSurface({ output, errors, look }: Io, style: Style): Replying {
  const progress = createProgressLine(errors)
  const show = async (shown: Shown) => {
    if (shown.kind === 'working') return progress.show(workText(shown))
    progress.end()
    if (shown.kind === 'refusal') style.onRefusal(shown)
    else output.write(await textOf(shown, look, style).catch(rejectUnshowable))
  }
  return { postsPrivately: true, acknowledge: async () => {}, show, post: show }
}

const workText = ({ stage, done }: Working) =>
  done === undefined ? `${english.say(`stage.${stage}`)} …` : `Read ${done} …`

async function textOf(
  shown: Exclude<Shown, Working | Refusal>,
  look: Look,
  { json = false, page }: Style,
): Promise<string> {
  switch (shown.kind) {
    case 'quotation':
      return renderQuoteInContext(shown.quotation, look)
    case 'kept':
    case 'shared':
      return renderReply({ kind: 'entry', entry: shown.entry }, look)
    case 'dossier':
    case 'voted':
    case 'thread':
    case 'elsewhere':
      throw new Error(`The terminal asks for nothing that is shown as ${shown.kind}.`)
  }
  const daily = shown.kind === 'entry' && shown.entry.kind === 'daily' ? shown.entry : undefined
  const written = daily && (await page?.write(daily))
  return json ? `${JSON.stringify(replyJson(shown))}\n` : (written ?? renderReply(shown, look))
}
