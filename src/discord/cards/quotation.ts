/**
 * One quotation whole, between the sentences around it, with its source and whether it stands there. All that is the
 * document's stands in block quotes or after a dash, whatever it says: it could read like our own words.
 */
import type { QuoteInContext } from '../../command/context.ts'
import { originNames } from '../../replies/documents.ts'
import { fencedFile } from '../../replies/markdown.ts'
import { cleanText, oneLine } from '../../text/one-line.ts'
import { bounded } from './escape.ts'
import {
  ACCENT,
  type Card,
  container,
  dated,
  file,
  linkButton,
  row,
  separator,
  shortHash,
  text,
  type View,
} from './parts.ts'

const FILE = 'quotation.md'

export function quotationCard(
  { quote, document, before, after, verified }: QuoteInContext,
  view: View,
): Card {
  const { say } = view.language
  const { date, url } = document
  const facts = originNames(quote, document, view.language)
  const [first, last] = [blockQuote(before, 600), blockQuote(after, 600)]
  const middle = blockQuote(`“${quote.text}”`, 1900, '**')
  const from = bounded(facts || say('card.untitled'), 450)
  const cut = [first, middle, last, from].some((part) => part.cut)
  const proof = say(verified ? 'quote.verified' : 'quote.notVerified', { hash: shortHash(quote.hash) })
  return {
    components: container(verified ? ACCENT.answer : ACCENT.fault, [
      ...(before.trim() ? [text(first.text)] : []),
      text(middle.text),
      ...(after.trim() ? [text(last.text)] : []),
      separator(),
      text(`-# — ${from.text} · ${dated(date, view)}\n-# ${proof}`),
      ...(cut ? [text(`-# ${say('quote.shortened', { file: FILE })}`), file(FILE)] : []),
      ...row(linkButton(say('quote.open'), url)),
    ]),
    files: cut ? [{ name: FILE, text: fencedFile([before, quote.text, after], `— ${facts}`) }] : [],
  }
}

/** A document's text in block-quote lines, each in an emphasis; inert, at most `limit` characters. */
function blockQuote(verbatim: string, limit: number, emphasis = ''): { text: string; cut: boolean } {
  const quoted = (line: string) => `> ${line.trim() === '' ? '' : `${emphasis}${line.trim()}${emphasis}`}`
  const added = 2 + 2 * emphasis.length
  const breaks = cleanText(verbatim).split('\n').length
  // Block-quote marks of very many lines would pass the limit, so those become one line.
  const room = limit - added * breaks
  const shown = room > limit / 2 ? bounded(verbatim, room) : bounded(oneLine(verbatim), limit - added)
  return { text: shown.text.split('\n').map(quoted).join('\n'), cut: shown.cut }
}
