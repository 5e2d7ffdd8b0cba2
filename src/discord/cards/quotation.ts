/**
 * One quotation whole, between the sentences around it, with its source and whether it stands there. All that is the
 * document's stands in block quotes or after a dash, whatever it says: it could read like our own words.
 */
import type { QuoteInContext } from '../../command/context.ts'
import { fenced, paragraphs } from './dossier-parts.ts'
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
    files: cut ? [{ name: FILE, text: wholeText([before, quote.text, after], facts) }] : [],
  }
}

/** Each part in a fence of its own, so that the quotation ends where it ends. */
const wholeText = (parts: string[], facts: string) =>
  paragraphs(...present(parts).map((part) => fenced(part)), `— ${escapeText(facts)}`)

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
