/** A reply as one web page: no scripts, nothing from elsewhere, every text from outside escaped. */
import { createHash } from 'node:crypto'
import { toHtml } from 'hast-util-to-html'
import { type Child, h } from 'hastscript'
import type { QuotedDocument } from '../../brief/briefing.ts'
import { CHART_SIZE } from '../../daily/chart/svg.ts'
import type { Language } from '../../locales/language.ts'
import type { Block, Cited, Entry, List, Part, Reply, Words } from '../../replies/block.ts'
import { dateText, instantText } from '../../replies/dates.ts'
import { otherDocuments, placeWords, sourceWords, standing } from '../../replies/documents.ts'
import { doubtWords, joined, outside, paragraphOf } from '../../replies/words.ts'
import { oneLine } from '../../text/one-line.ts'
import { webAddress } from '../../text/web-address.ts'
import { STYLE } from './style.ts'

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

type Node = Exclude<Child, unknown[] | string | number | null | undefined>
type Content = Node | string

/** The page, complete in itself; `chart` is the reply's picture as PNG. */
export function htmlOf(reply: Reply, chart: Uint8Array | undefined, language: Language): string {
  const { head, body, foot } = reply
  const title = head.find(({ kind }) => kind === 'heading')
  const write = (blocks: Block[]) => blocks.flatMap((block) => blockParts(block, language))
  return `${toHtml([
    { type: 'doctype' },
    h('html', { lang: language.code }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', title && 'words' in title ? phrases(title.words, language).map(textOf).join('') : ''),
        h('style', STYLE),
      ]),
      h('body', [
        h('main', [
          ...write([...head, ...body]),
          ...chartParts(reply, chart),
          ...quotationParts(reply, language),
        ]),
        h('footer', write(foot.filter(({ kind }) => kind !== 'sources'))),
      ]),
    ]),
  ] as Parameters<typeof toHtml>[0])}\n`
}

function blockParts(block: Block, language: Language): Content[] {
  switch (block.kind) {
    case 'heading':
      return [h('h1', phrases(block.words, language))]
    case 'text':
    case 'hint':
    case 'small':
      return [lineOf(block, language)]
    case 'list':
      return listParts(block, language)
    case 'groups':
      return [
        h(
          'ul',
          block.groups.map((lines) =>
            h(
              'li',
              lines.map((line) => lineOf(line, language)),
            ),
          ),
        ),
      ]
    case 'entries':
      return block.entries.map((entry) => entryPart(entry, language))
    case 'sources':
      return [
        h(
          'ol',
          block.documents.map((document) => h('li', documentParts(document, language))),
        ),
      ]
  }
}

const listParts = ({ title, items }: List, language: Language): Content[] =>
  items.length === 0
    ? []
    : [
        ...(title ? [h('p', phrases(title, language))] : []),
        h(
          'ul',
          items.map((words) => h('li', phrases(words, language))),
        ),
      ]

const lineOf = ({ kind, words }: { kind: string; words: Words }, language: Language) =>
  h(kind === 'small' ? 'p.facts' : 'p', phrases(words, language))

function entryPart(entry: Entry, language: Language) {
  const { title, said, doubtful = [], quotations } = entry
  const others = otherDocuments(entry)
  return h('article', [
    ...(title.length > 0 ? [h('h2', phrases(title, language))] : []),
    ...said.map((line) => lineOf(paragraphOf(line), language)),
    ...(doubtful.length > 0 ? [h('p.facts', phrases(doubtWords(doubtful, language), language))] : []),
    ...quotations.flatMap((cited) => quotationPart(cited, language)),
    ...(others.length > 0
      ? [
          h('p.facts', language.say('daily.also')),
          h(
            'ul.facts',
            others.map((document) => h('li', documentParts(document, language))),
          ),
        ]
      : []),
  ])
}

/** Every quotation under its number, to which the marks lead, with its place. */
function quotationParts({ quotations = [] }: Reply, language: Language): Content[] {
  if (quotations.length === 0) return []
  const items = quotations.map((cited) =>
    h('li', { id: `quote-${cited.number}` }, [...quotationPart(cited, language), placePart(cited, language)]),
  )
  return [h('section', [h('h2', language.say('quotations.title')), h('ol', items)])]
}

/** The quotation, verbatim, and where it is from. */
function quotationPart({ quote, document }: Cited, language: Language) {
  const lang = document && document.language !== 'und' ? document.language : undefined
  const place = placeWords(quote, language)
  return [
    h('blockquote', { cite: webAddress(document?.url), lang, dir: 'auto' }, h('p', quote.text)),
    h('p.source', [
      '— ',
      ...(document ? documentParts(document, language) : [oneLine(quote.document)]),
      ...(place.length > 0 ? phrases([', ', ...place], language) : []),
    ]),
  ]
}

const placePart = (cited: Cited, language: Language) =>
  h('details', [
    h('summary', language.say('quotations.place')),
    h('small', phrases(standing(cited, language), language)),
  ])

function documentParts({ title, source, author, date, url }: QuotedDocument, language: Language): Content[] {
  const href = webAddress(url)
  const names = joined([sourceWords(source, language), outside(author ?? '')], ', ')
  const name = oneLine(title)
  return [
    href ? h('a', { href, dir: 'auto' }, name || href) : h('span', { dir: 'auto' }, name),
    ...(names.length > 0 ? phrases([', ', ...names], language) : []),
    ...(date ? [', ', h('time', { dateTime: date }, dateText(date, language))] : []),
  ]
}

/** As PNG in the page itself: mail programs drop inline SVG, and of a picture that they block they show the words. */
function chartParts({ chart }: Reply, png: Uint8Array | undefined): Content[] {
  if (!chart || !png) return []
  const src = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  return [h('figure', [h('img', { src, ...CHART_SIZE, alt: chart.text }), h('figcaption', chart.head)])]
}

const phrases = (words: Words, language: Language): Content[] =>
  words.flatMap((part) => phrasesOf(part, language))

function phrasesOf(part: Part, language: Language): Content[] {
  if (typeof part === 'string') return [part]
  if ('outside' in part) return [h('span', { dir: 'auto' }, oneLine(part.outside))]
  if ('strong' in part) return [h('strong', phrases(part.strong, language))]
  if ('rank' in part) return [part.called]
  if ('label' in part) return phrases(part.label, language)
  if ('marks' in part)
    return part.marks.flatMap(({ number }) => [' ', h('a', { href: `#quote-${number}` }, `[${number}]`)])
  if ('doubtful' in part) return phrases([' (', ...doubtWords(part.doubtful, language), ')'], language)
  if ('typed' in part) return [` (${oneLine(part.typed)})`]
  if ('date' in part) return [dateText(part.date, language)]
  if ('instant' in part) return [instantText(part.instant, language)]
  return [`#${part.channel}`]
}

const textOf = (content: Content): string => {
  if (typeof content === 'string') return content
  if ('value' in content) return content.value
  return 'children' in content ? content.children.map(textOf).join('') : ''
}
