/** What a page says of itself → title, author, site, date, language and address of its article. */

import { anyOf } from '../../languages/all.ts'
import { shorten as cut } from '../../text/characters.ts'
import { readDate } from '../../text/date.ts'
import { fold, normaliseName } from '../../text/normalise.ts'
import { settle } from '../../text/raised/raised.ts'
import type { Facts } from './facts.ts'
import { readLinked } from './linked.ts'
import { markOfTag } from './raised-markup.ts'
import { chooseTitle } from './title.ts'

const BYLINE = new RegExp(`^(?:(?:written|posted) )?(?:${anyOf(({ pages }) => pages?.byline)})[:\\s]+`, 'i')

export type Metadata = {
  title: string
  source: string | null
  author: string | null
  date: string | null
  language: string | null
  url: string | null
}

/**
 * Names of `<meta>` tags, the surest first: Open Graph (https://ogp.me), Dublin Core, Highwire Press (citation_*),
 * and what publishers’ own tools write.
 */
const TITLES = 'dc.title og:title citation_title twitter:title parsely-title headline title'.split(' ')
const AUTHORS =
  'dc.creator citation_author author article:author parsely-author sailthru.author byl dc.contributor'.split(
    ' ',
  )
const SITES =
  'og:site_name citation_journal_title dc.publisher application-name twitter:app:name:iphone'.split(' ')
const DATES =
  `article:published_time og:article:published_time datepublished citation_publication_date citation_online_date
  citation_date dc.issued dc.date.issued dc.created dc.date.created dc.date parsely-pub-date
  sailthru.date pubdate publishdate publish-date publication_date article.published date.release date datecreated
  og:published_time article:modified_time og:updated_time last-modified`.split(/\s+/)
const LANGUAGES = 'content-language dc.language citation_language og:locale'.split(' ')
/** UTF-16 code units. */
const [MAX_TITLE, MAX_NAME, MAX_LANGUAGE, MAX_DATE] = [300, 200, 35, 60]
const MAX_NAME_WORDS = 12

/** The metadata of a page that came from `url`; a field that is broken, or that it does not have, is null, a title ``. */
export function readMetadata(facts: Facts, url?: string): Metadata {
  const linked = readLinked(facts.linked)
  const address = addressOf([facts.canonical, ...contents(facts, ['og:url']), ...linked.urls], url)
  const sites = [...contents(facts, SITES), ...linked.publishers, ...texts(facts, ['publisher'])]
  const source = sites.map((site) => shorten(site, MAX_NAME)).find((site) => site !== '' && !isAddress(site))
  return {
    title: chooseTitle(
      {
        claimed: [...linked.titles, ...contents(facts, TITLES)].map((text) => shorten(text, MAX_TITLE)),
        headings: texts(facts, ['h1']).map((text) => shorten(text, MAX_TITLE)),
        tag: texts(facts, ['title']).map((text) => shorten(text, MAX_TITLE))[0] ?? '',
      },
      source ?? null,
      hostOf(address),
    ),
    source: source ?? hostOf(address),
    author: authorOf([
      linked.authors,
      ...AUTHORS.map((name) => contents(facts, [name])),
      texts(facts, ['author']),
    ]),
    date: dateOf(
      [...linked.dates, ...contents(facts, DATES), ...times(facts), ...texts(facts, ['datepublished'])],
      address,
    ),
    language: languageOf([facts.language, ...contents(facts, LANGUAGES), ...linked.languages]),
    url: address,
  }
}

const contents = ({ metas }: Facts, names: string[]) =>
  names.flatMap((name) => metas.flatMap(([key, content]) => (key === name ? [content] : [])))
const texts = ({ texts: all }: Facts, names: string[]) =>
  names.flatMap((name) => all.flatMap(([key, text]) => (key === name ? [text] : [])))
const shorten = (text: string, length: number) => cut(normaliseName(settle(plain(text))), length)
/** Some pages escape what is already escaped, or put tags into attributes. */
const plain = (text: string) =>
  text
    .slice(0, 2000)
    .replace(/<[^<>]*>/g, markOfTag)
    .replace(/&(?:amp;)?(?:#0?39|apos|#8217|rsquo);/g, '’')
    .replace(/&(?:amp;)?(?:quot|#34);/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')

const isAddress = (text: string) => /^(?:https?:)?\/\/|^www\.|^@/i.test(text)

/** Dates on `<time>` count when one is marked as the publication's, or the page has only one. */
function times({ times: all }: Facts): string[] {
  const marked = all.filter(([name]) => name === 'datepublished' || name === 'pubdate')
  const values = (marked.length > 0 ? marked : all).map(([, value]) => value)
  return marked.length > 0 || new Set(values).size === 1 ? values : []
}

function dateOf(values: string[], url: string | null): string | null {
  for (const value of values) {
    const date = value.length <= MAX_DATE ? readDate(value) : undefined
    if (date) return date
  }
  const [, year, month, day] = /\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:\/|-|$)/.exec(url ?? '') ?? []
  return readDate(`${year}-${month}-${day}`) ?? null
}

/** The first source of names that has some. */
function authorOf(sources: string[][]): string | null {
  for (const source of sources) {
    const names = source
      .map((name) => shorten(name, MAX_NAME).replace(BYLINE, '').trim())
      .filter(isAuthorName)
    const once = [...new Map(names.map((name) => [fold(name), name])).values()]
    if (once.length > 0) return cut(once.join(', '), MAX_NAME)
  }
  return null
}

/** Addresses, handles, dates and what is longer than names of people and desks are none. */
const isAuthorName = (name: string) =>
  /\p{L}/u.test(name) &&
  !isAddress(name) &&
  !/\d{4}|\d:\d/.test(name) &&
  name.split(' ').length <= MAX_NAME_WORDS

/** A byline as it stands on the page, as a name: without “By”, and null when it is none. */
export const authorIn = (byline: string | null): string | null => authorOf([byline ? [byline] : []])

function languageOf(tags: string[]): string | null {
  for (const tag of tags) {
    try {
      const { language } = new Intl.Locale(
        tag
          .slice(0, MAX_LANGUAGE)
          .trim()
          .replaceAll('_', '-')
          .split(/[,;\s]/)[0] ?? '',
      )
      if (language.length === 2) return language
    } catch {}
  }
  return null
}

/** The page's own address, if it lies on the site that it came from; else where it came from. Only http(s). */
function addressOf(candidates: string[], url: string | undefined): string | null {
  const from = parseAddress(url ?? '')
  for (const candidate of candidates) {
    const own = parseAddress(candidate, from?.href)
    if (own && (!from || siteOf(own) === siteOf(from))) return own.href
  }
  return from?.href ?? null
}

function parseAddress(text: string, base?: string): URL | null {
  const url = text.trim() === '' ? null : URL.parse(text.trim().slice(0, 2000), base)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  url.hash = ''
  url.username = ''
  url.password = ''
  return url
}

const siteOf = ({ hostname }: URL) => hostname.replace(/^(?:www|m|mobile|amp)\./, '')
const hostOf = (url: string | null) => (url ? siteOf(new URL(url)) : null)
