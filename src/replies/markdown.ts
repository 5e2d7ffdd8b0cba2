/** A reply as a Markdown file, nothing left out: quotations stand verbatim in fences that they cannot close. */
import type { QuotedDocument } from '../brief/briefing.ts'
import type { Language } from '../locales/language.ts'
import { type BlockContent, type PhrasingContent, writeMarkdown } from '../text/markdown.ts'
import { oneLine } from '../text/one-line.ts'
import { webAddress } from '../text/web-address.ts'
import type { Block, Cited, Entry, List, Part, Reply, Words } from './block.ts'
import { dateText, instantText } from './dates.ts'
import { otherDocuments, sourceWords, standing } from './documents.ts'
import { doubtWords, joined, outside, paragraphOf, strong } from './words.ts'

type Node = BlockContent

export function markdownOf(reply: Reply, language: Language): string {
  const { head, body, foot, made } = reply
  const write = (blocks: Block[]) => blocks.flatMap((block) => blockNodes(block, language))
  const isSmall = ({ kind }: Block) => kind === 'small'
  const receipt = made && { id: made.id, asked: made.asked, coverage: made.coverage, ...made.receipt }
  const children = [
    ...write([...head, ...body]),
    ...chartNodes(reply, language),
    ...write(foot.filter(({ kind }) => kind === 'text')),
    ...write(foot.filter(({ kind }) => kind === 'sources')),
    ...(receipt ? [headed(2, [language.say('dossier.made')], language)] : []),
    ...write(foot.filter(isSmall)),
    ...(receipt ? [fenced(JSON.stringify(receipt, null, 2), 'json')] : []),
  ]
  return writeMarkdown({ type: 'root', children })
}

function blockNodes(block: Block, language: Language): Node[] {
  switch (block.kind) {
    case 'heading':
      return [headed(1, block.words, language)]
    case 'text':
    case 'small':
    case 'hint':
      return [paragraph(block.words, language)]
    case 'list':
      return listNodes(block, language)
    case 'groups':
      return [list(block.groups.map((lines) => lines.map(({ words }) => paragraph(words, language))))]
    case 'entries':
      return block.entries.flatMap((entry) => entryNodes(entry, language))
    case 'sources':
      return [headed(2, [language.say('dossier.sources')], language), sourceList(block.documents, language)]
  }
}

const listNodes = ({ title, items }: List, language: Language): Node[] =>
  items.length === 0
    ? []
    : [
        ...(title ? [paragraph(title, language)] : []),
        list(items.map((words) => [paragraph(words, language)])),
      ]

/** A heading, what is said, and each quotation with its place. */
function entryNodes(entry: Entry, language: Language): Node[] {
  const { title, said, doubtful = [], quotations, behind = [], shows } = entry
  return [
    ...(title.length > 0
      ? [
          headed(
            2,
            title.filter((part) => !hasMarks(part)),
            language,
          ),
        ]
      : []),
    ...said.map((line) => paragraph(paragraphOf(line).words, language)),
    ...(doubtful.length > 0 ? [paragraph(doubtWords(doubtful, language), language)] : []),
    ...[...quotations, ...behind].flatMap((cited) => quotationNodes(cited, shows === 'statements', language)),
    ...otherNodes(otherDocuments(entry), language),
  ]
}

const otherNodes = (documents: QuotedDocument[], language: Language): Node[] =>
  documents.length === 0
    ? []
    : [
        paragraph([language.say('daily.also')], language),
        list(documents.map((document) => [{ type: 'paragraph', children: factsOf(document, language) }])),
      ]

/** The picture in words. */
const chartNodes = ({ chart }: Reply, language: Language): Node[] =>
  chart?.lines.length
    ? [headed(2, [chart.head], language), list(chart.lines.map((line) => [paragraph([line], language)]))]
    : []

const hasMarks = (part: Part) => typeof part === 'object' && 'marks' in part

/** A quotation under its number, with its place and the hash of its document, which is told whole where nothing lists it. */
function quotationNodes(cited: Cited, isWhole: boolean, language: Language): Node[] {
  const { number, quote, document, documentNumber, speaker } = cited
  const label = [
    strong(String(number)),
    documentNumber > 0 ? `[${documentNumber}]` : '',
    outside(speaker ? `${speaker} ·` : ''),
    outside(document?.title ?? ''),
  ]
  return [
    paragraph([...joined(label, ' '), '; ', ...standing(cited, language)], language),
    fenced(quote.text, 'text'),
    ...(isWhole && document
      ? [{ type: 'paragraph' as const, children: [words('— '), ...sourceLine(document, language)] }]
      : []),
  ]
}

/** The documents under their numbers; each that carries the same text, below. */
const sourceList = (documents: QuotedDocument[], language: Language): Node =>
  documents.length === 0
    ? paragraph(['–'], language)
    : list(
        documents.map((document) => [
          { type: 'paragraph', children: sourceLine(document, language) },
          ...(document.copies?.length
            ? [
                list(
                  document.copies.map((copy) => [
                    { type: 'paragraph', children: [words('= '), ...factsOf(copy, language)] },
                  ]),
                ),
              ]
            : []),
        ]),
        true,
      )

const sourceLine = (document: QuotedDocument, language: Language): PhrasingContent[] => [
  ...factsOf(document, language),
  words(`. SHA-256 ${oneLine(document.hash)}`),
]

type Facts = Pick<QuotedDocument, 'title' | 'source' | 'date' | 'url'> & { author?: string | null }

/** Title, publisher, author and date; the title leads to its address. */
function factsOf({ title, source, author, date, url }: Facts, language: Language): PhrasingContent[] {
  const address = webAddress(url)
  const name = oneLine(title) || address || language.say('card.untitled')
  const facts = joined(
    [sourceWords(source, language), outside(author ?? ''), date ? { date } : undefined],
    ', ',
  )
  return [
    address ? { type: 'link', url: address, children: [words(name)] } : words(name),
    ...(facts.length > 0 ? phrases([', ', ...facts], language) : []),
  ]
}

/** Texts in a fence each, so that each ends where it ends, and a line below them. */
export const fencedFile = (texts: string[], line: string): string =>
  writeMarkdown({
    type: 'root',
    children: [
      ...texts.filter((text) => text !== '').map((text) => fenced(text, 'text')),
      { type: 'paragraph', children: [words(oneLine(line))] },
    ],
  })

const words = (value: string): PhrasingContent => ({ type: 'text', value })
const fenced = (value: string, lang: string): Node => ({ type: 'code', lang, value })
const paragraph = (line: Words, language: Language): Node => ({
  type: 'paragraph',
  children: phrases(line, language),
})
const headed = (depth: 1 | 2, line: Words, language: Language): Node => ({
  type: 'heading',
  depth,
  children: phrases(line.flatMap(unmarked), language),
})
const list = (items: Node[][], ordered = false): Node => ({
  type: 'list',
  ordered,
  spread: false,
  children: items.map((children) => ({ type: 'listItem', spread: false, children })),
})

/** A heading is strong already. */
const unmarked = (part: Part): Words => (typeof part === 'object' && 'strong' in part ? part.strong : [part])

const phrases = (line: Words, language: Language): PhrasingContent[] =>
  line.flatMap((part) => phrasesOf(part, language))

function phrasesOf(part: Part, language: Language): PhrasingContent[] {
  if (typeof part === 'string') return [words(part)]
  if ('outside' in part) return [words(oneLine(part.outside))]
  if ('strong' in part) return [{ type: 'strong', children: phrases(part.strong, language) }]
  if ('rank' in part) return [words(part.called)]
  if ('label' in part) return phrases([...part.label, ':'], language)
  if ('marks' in part)
    return part.marks.flatMap(({ number }) => [words(' '), ...phrasesOf(strong(String(number)), language)])
  if ('doubtful' in part) return phrases([' (', ...doubtWords(part.doubtful, language), ')'], language)
  if ('typed' in part) return [words(` (${oneLine(part.typed)})`)]
  if ('date' in part) return [words(dateText(part.date, language))]
  if ('instant' in part) return [words(instantText(part.instant, language))]
  return [words(`<#${part.channel}>`)]
}
