/** A daily briefing as Markdown: nothing from outside becomes more than text or a link to its source. */
import type { Point, Quote, QuotedDocument } from '../../brief/briefing.ts'
import { type Digest, pointsBeside, type Story } from '../../daily/digest.ts'
import {
  type BlockContent,
  type PhrasingContent,
  type RootContent,
  writeMarkdown,
} from '../../text/markdown.ts'
import {
  chartLines,
  countsText,
  leftOutText,
  line,
  madeText,
  otherDocuments,
  quietText,
  windowText,
} from '../daily-words.ts'
import { dateText, documentOf } from '../text.ts'
import { webAddress } from './link.ts'

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
  spread: items.some((one) => one.length > 1),
  children: items.map((children) => ({ type: 'listItem' as const, spread: children.length > 1, children })),
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
  return writeMarkdown({ type: 'root', children })
}

function storyPart(story: Story, at: number, digest: Digest): BlockContent[] {
  const quote = digest.quotes[story.quote]
  const others = otherDocuments(story, digest)
  const points = pointsBeside(story, digest)
  return [
    heading(2, `${at + 1}. ${line(story.headline)}`),
    paragraph(text(countsText(story))),
    ...(story.changed
      ? [paragraph({ type: 'strong', children: [text('What changed:')] }, text(` ${said(story.changed)}`))]
      : []),
    ...(points.length > 0 ? [paragraph(text(points.map(said).join(' ')))] : []),
    ...(quote ? quotePart(quote, digest) : []),
    ...(others.length > 0
      ? [paragraph(text('Also:')), list(others.map((document) => [paragraph(...documentLine(document))]))]
      : []),
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
