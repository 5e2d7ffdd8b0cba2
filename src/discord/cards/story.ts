/** A story of a daily briefing as Discord's Markdown: what is new or changed, a quotation, and more where there is room. */
import type { Cited, Entry, Words } from '../../replies/block.ts'
import { publisherWords } from '../../replies/documents.ts'
import { oneLine } from '../../text/one-line.ts'
import { bounded } from './escape.ts'
import { type Fit, lineText } from './line.ts'

/** Fewer characters say nothing. */
const LEAST = 24

/**
 * The title and the facts stand always. The first sentence and the quotation share the room; further sentences stand
 * whole where there is room left, or not at all.
 */
export function storyText({ title, said, quotations }: Entry, budget: number, fit: Fit): string {
  const facts = said.flatMap((line) => (line.kind === 'small' ? `-# ${lineText(line.words, fit)}` : []))
  const head = [lineText(title, fit, budget), ...facts].join('\n')
  const paragraphs = said.flatMap((line) => (line.kind === 'sentences' ? [line.sentences] : []))
  const quotation = (most: number) => quotations.map((one) => quotationText(one, most, fit)).join('\n')
  let left = budget - head.length - 2
  const take = (text: string) => {
    left -= text.length + 1
    return text
  }
  const [lead = [], ...others] = paragraphs.flat()
  const first = take(
    sentenceText(lead, left - Math.min(quotation(Infinity).length, Math.floor(left / 2)), fit),
  )
  const quoted = take(quotation(left))
  const shown = new Map([[lead, first]])
  for (const sentence of others) {
    const whole = sentenceText(sentence, Infinity, fit)
    if (whole.length < left) shown.set(sentence, take(whole))
  }
  const told = paragraphs.map((sentences) => sentences.flatMap((one) => shown.get(one) || []).join(' '))
  return [head, ...told, quoted].filter((text) => text !== '').join('\n')
}

/** '' where there is no room for it. */
function sentenceText(words: Words, most: number, fit: Fit): string {
  const fixed = lineText(
    words.filter((part) => typeof part === 'string' || !('outside' in part)),
    fit,
    most,
  )
  return most - fixed.length - 2 < LEAST ? '' : lineText(words, fit, most)
}

/** `> “…” — Gazette, 24 November 2026 08:00 **[1]**`; '' where there is no room for it. */
function quotationText(cited: Cited, most: number, fit: Fit): string {
  const from = lineText([...publisherWords(cited, fit.view.language, 'moment'), { marks: [cited] }], fit)
  const room = most - from.length - 7
  return room < LEAST ? '' : `> “${bounded(oneLine(cited.quote.text), room).text}” — ${from}`
}
