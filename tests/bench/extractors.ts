/** The ways of finding a page's article that are measured against each other. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { readHtml } from '../../src/formats/html/html.ts'
import { blocksOf } from '../../src/formats/html/text.ts'

/** As a page's expected metadata has them; undefined when the extractor does not look for it. */
export type Found = {
  text: string
  title?: string | null | undefined
  byline?: string | null | undefined
  siteName?: string | null | undefined
  lang?: string | null | undefined
  publishedTime?: string | null | undefined
}
export type Extract = (bytes: Uint8Array) => Found | Promise<Found>

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const NONE: Found = { text: '' }

/** The visible text of an HTML fragment. */
export function visibleText(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  for (const unseen of document.querySelectorAll('script,style,template,noscript')) unseen.remove()
  return linesOf(document.body).join('\n\n')
}

const linesOf = (body: object) => blocksOf(body as never).map(({ text }) => text)

function byReadability(document: object): Found {
  const article = new Readability(document as never).parse()
  return article ? { ...article, text: visibleText(article.content ?? '') } : NONE
}

const ours: Extract = (bytes) => {
  const { text, title, author, source, language, date } = readHtml(bytes, { name: 'page.html' })
  return { text, title, byline: author, siteName: source, lang: language, publishedTime: date }
}

type Defuddle = (document: object, url: string, options: object) => Promise<Record<string, string>>

/** Loads a library that only this measurement needs; undefined when it is not there. */
async function optional(name: string): Promise<Record<string, unknown> | undefined> {
  try {
    return await import(name)
  } catch {
    return undefined
  }
}

function byDefuddle(defuddle: Defuddle): Extract {
  return async (bytes) => {
    const found = await defuddle(parseHTML(decode(bytes)).document, 'https://example.org/', {
      useAsync: false,
    })
    const { content = '', title, author, site, language, published } = found
    return {
      text: visibleText(content),
      title,
      byline: author,
      siteName: site,
      lang: language,
      publishedTime: published,
    }
  }
}

/** The paragraphs of the first that the second has too, or those of both. */
function combined(first: Extract, second: Extract, how: 'intersection' | 'union'): Extract {
  return async (bytes) => {
    const [one, other] = [await first(bytes), await second(bytes)]
    const lines = one.text.split(/\n+/)
    const known = new Set((how === 'union' ? one : other).text.split(/\n+/))
    const text =
      how === 'union'
        ? [...lines, ...other.text.split(/\n+/).filter((line) => !known.has(line))]
        : lines.filter((line) => known.has(line))
    return { ...one, text: text.join('\n\n') }
  }
}

/** The extractors by name; those whose libraries are missing are left out, and named on standard error. */
export async function extractors(): Promise<Map<string, Extract>> {
  const all = new Map<string, Extract>([
    ['Attaché', ours],
    ['Readability, linkedom', (bytes) => byReadability(parseHTML(decode(bytes)).document)],
  ])
  const [jsdom, defuddle] = [await optional('jsdom'), await optional('defuddle/node')]
  if (jsdom) {
    const JSDOM = jsdom.JSDOM as new (html: string) => { window: { document: object } }
    all.set('Readability, jsdom', (bytes) => byReadability(new JSDOM(decode(bytes)).window.document))
  }
  if (defuddle) {
    const other = byDefuddle(defuddle.Defuddle as Defuddle)
    all.set('Defuddle, linkedom', other)
    all.set('in Attaché and in Defuddle', combined(ours, other, 'intersection'))
    all.set('in Attaché or in Defuddle', combined(ours, other, 'union'))
  }
  if (!jsdom || !defuddle)
    process.stderr.write('For all extractors: npm install --no-save --prefix tests/bench jsdom defuddle\n')
  return all
}
