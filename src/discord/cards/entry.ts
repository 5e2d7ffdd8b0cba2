/** Points, claims, stories and statements as Discord's Markdown, each in its part of the room. */
import type { Block, Cited, Entry } from '../../replies/block.ts'
import { documentWords, publisherWords, statementWords } from '../../replies/documents.ts'
import { oneLine } from '../../text/one-line.ts'
import { bounded } from './escape.ts'
import { share } from './limits.ts'
import { type Fit, lineText } from './line.ts'
import { storyText } from './story.ts'

/** Room for the line that says how many are in the file only. UTF-16 code units. */
const MORE = 60

type Entries = Extract<Block, { kind: 'entries' }>

/** The first entries; what does not fit into `budget` is shortened. */
export function entryTexts({ entries, most, more }: Entries, budget: number, fit: Fit): string[] {
  const count = typeof most === 'number' ? most : fit.limits[most]
  return share(entries.slice(0, count), more ? budget - MORE : budget, (entry, _, room) =>
    entryText(entry, room, fit),
  )
}

/** How many are left out, as a line; '' when none are. */
export function hiddenText({ entries, most, more }: Entries, fit: Fit): string {
  const hidden = entries.length - (typeof most === 'number' ? most : fit.limits[most])
  return more && hidden > 0 ? `-# ${lineText(more(hidden), fit)}` : ''
}

function entryText(entry: Entry, budget: number, fit: Fit): string {
  if (entry.said.some(({ kind }) => kind === 'sentences')) return storyText(entry, budget, fit)
  const doubt = entry.doubtful?.length ? `-# ${fit.view.language.say('card.doubtfulNumber')}` : ''
  const head = [
    lineText(entry.title, fit, budget - doubt.length),
    ...entry.said.map((line) => ('words' in line ? lineText(line.words, fit, budget) : '')),
    doubt,
  ].filter((line) => line !== '')
  const left = budget - head.join('\n').length
  const cited = entry.quotations.slice(0, fit.limits.sides)
  const lines = share(cited, left, (one, _, room) => quotationText(one, entry, room, fit))
  return [...head, ...lines].join('\n')
}

/** A quotation on one line, of whose words `most` UTF-16 code units leave room for. */
export function quotationText(cited: Cited, { shows }: Entry, most: number, fit: Fit): string {
  const { quote, document, number } = cited
  const { language } = fit.view
  const words = (taken: number) => `“${bounded(oneLine(quote.text), Math.max(1, most - taken)).text}”`
  if (shows === 'statements') {
    const facts = lineText(statementWords(cited, language), fit)
    const label = `**${number}.**`
    return `${label} ${words(label.length + facts.length + 6)} — ${facts}`
  }
  if (shows === 'documents') {
    const facts = lineText(
      document ? documentWords(document, language) : publisherWords(cited, language),
      fit,
    )
    return `> ${words(facts.length + 10)}\n-# — ${facts}`
  }
  const from = lineText([...publisherWords(cited, language), { marks: [cited] }], fit)
  return `> ${words(from.length + 7)} — ${from}`
}
