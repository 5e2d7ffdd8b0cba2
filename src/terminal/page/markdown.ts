/** A daily briefing as Markdown: nothing from outside becomes more than text or a link to its source. */
import type { BlockContent, ListItem, PhrasingContent, RootContent } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Point, Quote, QuotedDocument } from '../../brief/briefing.ts'
import type { Digest, Story } from '../../daily/digest.ts'
import {
  chartLines,
  countsText,
  dateText,
  leftOutText,
  line,
  madeText,
  quietText,
  windowText,
} from '../daily-words.ts'
import { documentOf } from '../text.ts'
import { webAddress } from './link.ts'

/** Beside what all Markdown knows: GitHub's links without brackets, struck text, tables, people and mathematics. */
const UNSAFE = ['~', ':', '@', '|', '$', '#', '<'].map((character) => ({
  character,
  inConstruct: 'phrasing' as const,
}))
/** A line end as a character reference: the quotation keeps it, and stays one paragraph. */
const LINE_END = { character: '\n', inConstruct: 'phrasing' as const }
/** `www.` makes a link of its own. */
const DOT = { character: '.', before: '[Ww]', inConstruct: 'phrasing' as const }

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const heading = (depth: 1 | 2, value: string): BlockContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
})
const list = (items: BlockContent[][], ordered = false): BlockContent => ({
  type: 'list',
  ordered,
  children: items.map((children): ListItem => ({ type: 'listItem', children })),
})

/** The page, complete in itself. */
export function markdownPage(digest: Digest): string {
  const { stories, quotes } = digest
  const leftOut = leftOutText(digest)
  const chart = chartLines(digest)
  const children: RootContent[] = [
    heading(1, `Daily briefing, ${windowText(digest)}`),
    ...(stories.length === 0 ? quietText(digest).map((sentence) => paragraph(text(sentence))) : []),
    ...stories.flatMap((story, at) => storyPart(story, at, digest)),
    ...(chart.length > 0
      ? [
          heading(2, 'Articles for each story on the last days'),
          list(chart.map((one) => [paragraph(text(one))])),
        ]
      : []),
    ...(quotes.length > 0
      ? [
          heading(2, 'Quotations'),
          list(
            quotes.map((quote) => [...quotePart(quote, digest), placePart(quote)]),
            true,
          ),
        ]
      : []),
    heading(2, 'About this briefing'),
    ...(leftOut ? [paragraph(text(leftOut))] : []),
    paragraph(text(madeText(digest))),
  ]
  return toMarkdown({ type: 'root', children }, { bullet: '-', unsafe: [...UNSAFE, LINE_END, DOT] })
}

function storyPart(story: Story, at: number, digest: Digest): BlockContent[] {
  const quote = digest.quotes[story.quote]
  const about = story.documents.flatMap((index) => digest.documents[index] ?? [])
  return [
    heading(2, `${at + 1}. ${line(story.headline)}`),
    paragraph(text(countsText(story))),
    ...(story.changed
      ? [paragraph({ type: 'strong', children: [text('What changed:')] }, text(` ${said(story.changed)}`))]
      : []),
    ...(story.points.length > 0 ? [paragraph(text(story.points.map(said).join(' ')))] : []),
    ...(quote ? quotePart(quote, digest) : []),
    ...(about.length > 0 ? [list(about.map((document) => [paragraph(...documentLine(document))]))] : []),
  ]
}

const said = ({ text, quotes }: Point) => `${line(text)} ${quotes.map((at) => `[${at + 1}]`).join(' ')}`

/** The quotation, verbatim, and where it is from. */
function quotePart(quote: Quote, digest: Digest): BlockContent[] {
  const document = documentOf(digest.documents, quote)
  const from = document ? documentLine(document) : [text(line(quote.document))]
  const place = quote.location ? [text(`, ${line(quote.location)}`)] : []
  return [
    { type: 'blockquote', children: [paragraph(text(quote.text))] },
    paragraph(text('— '), ...from, ...place),
  ]
}

const placePart = ({ document, start, end, hash }: Quote) =>
  paragraph(
    text(`${line(document)}, characters ${start} to ${end}, SHA-256 of the stored text ${line(hash)}`),
  )

function documentLine({ title, source, author, date, url }: QuotedDocument): PhrasingContent[] {
  const address = webAddress(url)
  const facts = [line(source), line(author ?? ''), date && dateText(date)].filter((fact) => fact)
  return [
    address ? { type: 'link', url: address, children: [text(line(title) || address)] } : text(line(title)),
    text(`, ${facts.join(', ')}`),
  ]
}
