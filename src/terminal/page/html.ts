/** A daily briefing as one web page: no scripts, nothing from elsewhere, every text from outside escaped. */
import { createHash } from 'node:crypto'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Point, Quote, QuotedDocument } from '../../brief/briefing.ts'
import { drawChart } from '../../daily/chart/draw.ts'
import { CHART_SIZE } from '../../daily/chart/svg.ts'
import { type Digest, pointsBeside, type Story } from '../../daily/digest.ts'
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
import { STYLE } from './style.ts'

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The page, complete in itself. */
export async function htmlPage(digest: Digest): Promise<string> {
  const title = `Daily briefing, ${windowText(digest)}`
  const leftOut = leftOutText(digest)
  const { stories, quotes } = digest
  return `${toHtml([
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', title),
        h('style', STYLE),
      ]),
      h('body', [
        h('main', [
          h('h1', 'Daily briefing'),
          h('p.facts', windowText(digest)),
          ...(stories.length === 0 ? quietText(digest).map((sentence) => h('p', sentence)) : []),
          ...stories.map((story, at) => storyPart(story, at, digest)),
          ...(await chartPart(digest)),
          ...(quotes.length > 0
            ? [
                h('section', [
                  h('h2', 'Quotations'),
                  h(
                    'ol',
                    quotes.map((quote, at) =>
                      h('li', { id: `quote-${at + 1}` }, [...quotePart(quote, digest), placePart(quote)]),
                    ),
                  ),
                ]),
              ]
            : []),
        ]),
        h('footer', [...(leftOut ? [h('p', leftOut)] : []), h('p', madeText(digest))]),
      ]),
    ]),
  ] as Parameters<typeof toHtml>[0])}\n`
}

function storyPart(story: Story, at: number, digest: Digest) {
  const quote = digest.quotes[story.quote]
  const others = otherDocuments(story, digest)
  const points = pointsBeside(story, digest)
  return h('article', [
    h('h2', [`${at + 1}. `, h('span', { dir: 'auto' }, line(story.headline))]),
    h('p.facts', countsText(story)),
    ...(story.changed ? [h('p', [h('strong', 'What changed:'), ' ', ...said(story.changed)])] : []),
    ...(points.length > 0
      ? [
          h(
            'p',
            points.flatMap((point) => [...said(point), ' ']),
          ),
        ]
      : []),
    ...(quote ? quotePart(quote, digest) : []),
    ...(others.length > 0
      ? [
          h('p.facts', 'Also:'),
          h(
            'ul.facts',
            others.map((document) => h('li', documentLine(document))),
          ),
        ]
      : []),
  ])
}

const said = ({ text, quotes }: Point) => [
  h('span', { dir: 'auto' }, line(text)),
  ...quotes.flatMap((at) => [' ', h('a', { href: `#quote-${at + 1}` }, `[${at + 1}]`)]),
]

/** The quotation, verbatim, and where it is from. */
function quotePart(quote: Quote, digest: Digest) {
  const document = documentOf(digest.documents, quote)
  const lang = document && document.language !== 'und' ? document.language : undefined
  return [
    h('blockquote', { cite: webAddress(document?.url), lang, dir: 'auto' }, h('p', quote.text)),
    h('p.source', [
      '— ',
      ...(document ? documentLine(document) : [line(quote.document)]),
      ...(quote.location ? [`, ${line(quote.location)}`] : []),
    ]),
  ]
}

const placePart = ({ document, start, end, hash }: Quote) =>
  h('details', [
    h('summary', 'Where it stands'),
    h('small', `${line(document)}, characters ${start} to ${end}, SHA-256 of the stored text ${line(hash)}`),
  ])

function documentLine({ title, source, author, date, url }: QuotedDocument) {
  const href = webAddress(url)
  const names = [source, author].map((name) => line(name ?? '')).filter((name) => name !== '')
  return [
    href ? h('a', { href, dir: 'auto' }, line(title) || href) : h('span', { dir: 'auto' }, line(title)),
    ...names.flatMap((name) => [', ', h('span', { dir: 'auto' }, name)]),
    ...(date ? [', ', h('time', { dateTime: date }, dateText(date))] : []),
  ]
}

/** As PNG in the page itself: mail programs drop inline SVG, and of a picture that they block they show the words. */
async function chartPart(digest: Digest) {
  const png = await drawChart(digest)
  if (!png) return []
  const src = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  return [
    h('figure', [
      h('img', {
        src,
        ...CHART_SIZE,
        alt: `Articles for each story and day. ${chartLines(digest).join('; ')}.`,
      }),
      h('figcaption', 'Articles for each story on the last days; the days of this briefing are darker.'),
    ]),
  ]
}
