/** RSS, RDF and Atom, as the library parses them, → a Feed. */
import type { parseFeed } from 'feedsmith'
import { normaliseLine } from '../text/normalise.ts'
import type { Feed } from './feed.ts'
import type { LooseItem } from './identity.ts'
import { firstDate, LONGEST_TITLE, plain, readTitle, toHtml, toLink } from './text.ts'

type Parsed = ReturnType<typeof parseFeed<string>>
type Of<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed']
export type LooseFeed = Omit<Feed, 'items'> & { items: LooseItem[] }

/** Minutes. */
const PERIODS: Record<string, number> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}

/** https://web.resource.org/rss/1.0/modules/syndication/: so many times in a period. */
function intervalOf(sy: { updatePeriod?: string; updateFrequency?: number } | undefined): number | null {
  const name = sy?.updatePeriod?.toLowerCase() ?? ''
  const period = Object.hasOwn(PERIODS, name) ? PERIODS[name] : undefined
  return period ? Math.round(period / Math.max(1, sy?.updateFrequency ?? 1)) : null
}

const joined = (names: (string | undefined)[] | undefined) =>
  [...new Set((names ?? []).filter((name) => name !== undefined))].join(', ') || undefined
const known = (values: (string | undefined)[]) => [...new Set(values.filter((value) => value !== undefined))]
const resolve = (base: string | undefined, outer: string | undefined) =>
  (base === undefined ? outer : URL.parse(base, outer)?.href) ?? outer

/** https://www.rssboard.org/rss-specification and https://web.resource.org/rss/1.0/spec */
export function fromRss(feed: Of<'rss'> | Of<'rdf'>, url: string | undefined): LooseFeed {
  const rss: Of<'rss'> = feed
  const base = resolve(rss.xml?.base, url)
  return {
    title: readTitle(rss.title ?? rss.dc?.titles?.[0]),
    link: toLink(rss.link, base),
    language: rss.language ?? rss.dc?.languages?.[0] ?? rss.xml?.lang ?? null,
    interval: rss.ttl ?? intervalOf(rss.sy),
    items: (rss.items ?? []).map((item) => fromRssItem(item, resolve(item.xml?.base, base))),
  }
}

type RssItem = NonNullable<Of<'rss'>['items']>[number]

function fromRssItem(item: RssItem & { rdf?: { about?: string } }, base: string | undefined): LooseItem {
  const { guid, atom, dc, dcterms } = item
  const permanent = guid && guid.isPermaLink !== false ? guid.value : undefined
  return {
    id: guid?.value ?? item.rdf?.about ?? atom?.id,
    title: readTitle(item.title ?? dc?.titles?.[0] ?? item.media?.title?.value),
    link: toLink(item.link ?? alternate(atom?.links), base) ?? toLink(permanent, undefined),
    date: firstDate(
      item.pubDate,
      dcterms?.issued?.[0],
      dc?.dates?.[0],
      dcterms?.created?.[0],
      atom?.published,
      atom?.updated,
      dcterms?.modified?.[0],
    ),
    author:
      joined(item.authors?.map(({ name, email }) => name ?? email)) ??
      joined(dc?.creators) ??
      joined(atom?.authors?.map(({ name }) => name)) ??
      item.itunes?.author ??
      null,
    html: longest(
      item.content?.encoded,
      htmlOf(atom?.content),
      item.description ?? dc?.descriptions?.[0] ?? htmlOf(atom?.summary) ?? item.itunes?.summary,
    ),
    categories: known([...(item.categories?.map(({ name }) => name) ?? []), ...(dc?.subjects ?? [])]),
  }
}

/** RFC 4287, and its draft of 2003, version 0.3. */
export function fromAtom(feed: Of<'atom'>, url: string | undefined): LooseFeed {
  const base = resolve(feed.xml?.base, url)
  return {
    title: titleOf(feed.title),
    link: toLink(alternate(feed.links), base),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? null,
    interval: intervalOf(feed.sy),
    items: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      title: titleOf(entry.title),
      link: toLink(alternate(entry.links) ?? entry.content?.src, resolve(entry.xml?.base, base)),
      date: firstDate(entry.published, entry.dc?.dates?.[0], entry.updated),
      author:
        joined((entry.authors ?? entry.source?.authors ?? feed.authors)?.map(({ name }) => name)) ??
        joined(entry.dc?.creators) ??
        null,
      html: longest(
        htmlOf(entry.content),
        htmlOf(entry.summary),
        entry.media?.groups?.[0]?.description?.value,
      ),
      categories: known(entry.categories?.map(({ label, term }) => label ?? term) ?? []),
    })),
  }
}

type Text = { value?: string; type?: string }
const isText = ({ value = '', type }: Text) =>
  type === undefined ? !/<[a-z][^<>]*>/i.test(value) : /^text(?:\/plain)?$/i.test(type)

const htmlOf = (text: Text | undefined) =>
  text?.value === undefined ? undefined : isText(text) ? toHtml(text.value) : text.value

const titleOf = (text: Text | undefined) => normaliseLine(titleText(text)) || null

function titleText(text: Text | undefined): string {
  const value = text?.value?.slice(0, LONGEST_TITLE) ?? ''
  return text && isText(text) ? value : plain(value)
}

/** The link that leads to the page itself: https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2 */
const alternate = (links: { href?: string; rel?: string }[] | undefined) =>
  (
    links?.find(({ rel }) => rel === undefined || rel === 'alternate') ??
    links?.find(({ rel }) => rel === 'via')
  )?.href

/** Some feeds keep the whole text in one place and an excerpt in the other, and not always in the same one. */
const longest = (...texts: (string | undefined)[]) =>
  texts.reduce<string>((best, text) => (text !== undefined && text.length > best.length ? text : best), '')
