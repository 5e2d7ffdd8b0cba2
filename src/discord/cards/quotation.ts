/** One quotation whole, between the sentences around it, with its source and whether it stands there. */
import type { QuoteInContext } from '../../command.ts'
import { fenced } from './dossier-parts.ts'
import { bounded, cleanText, escapeText, oneLine } from './escape.ts'
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
import { present } from './sources.ts'

const FILE = 'quotation.md'

export function quotationCard(
  { quote, document, before, after, verified }: QuoteInContext,
  view: View,
): Card {
  const { say } = view.language
  const { title, source, author, date, url } = document
  const facts = present([title, source, author ?? '', quote.location ?? ''].map(oneLine)).join(', ')
  const [first, middle, last] = [bounded(before, 600), blockQuote(quote.text, 1900), bounded(after, 600)]
  const from = bounded(facts || say('card.untitled'), 450)
  const cut = [first, middle, last, from].some((part) => part.cut)
  const proof = say(verified ? 'quote.verified' : 'quote.notVerified', { hash: shortHash(quote.hash) })
  const whole = present([before, quote.text, after]).join('\n')
  return {
    components: container(verified ? ACCENT.answer : ACCENT.fault, [
      ...(first.text.trim() ? [text(first.text)] : []),
      text(middle.text),
      ...(last.text.trim() ? [text(last.text)] : []),
      separator(),
      text(`-# ${from.text} · ${dated(date, view)}\n-# ${proof}`),
      ...(cut ? [text(`-# ${say('quote.shortened', { file: FILE })}`), file(FILE)] : []),
      ...row(linkButton(say('quote.open'), url)),
    ]),
    files: cut ? [{ name: FILE, text: `${fenced(whole)}\n\n${escapeText(facts)}\n` }] : [],
  }
}

/** A quotation in block-quote lines; inert, at most `limit` characters. */
function blockQuote(verbatim: string, limit: number): { text: string; cut: boolean } {
  const lines = (text: string) => `“${text}”`.replace(/^/gm, '> ')
  const breaks = cleanText(verbatim).split('\n').length
  // Block-quote marks of very many lines would pass the limit, so those become one line.
  const room = limit - 4 - 2 * breaks
  const shown = room > limit / 2 ? bounded(verbatim, room) : bounded(oneLine(verbatim), limit - 4)
  return { text: lines(shown.text), cut: shown.cut }
}
