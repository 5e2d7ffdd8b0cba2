/** The title of an article, among those that its page gives it. */
import { fold } from '../../text/normalise.ts'

/** What the page’s descriptions claim, the surest first; its main headings; and its `<title>`, or ``. */
export type Titles = { claimed: string[]; headings: string[]; tag: string }

/** In words. */
const [MIN_TITLE, MAX_SITE] = [3, 3]
const SEPARATOR = /(?<!\s)\s+[|\-–—·•»«:/\\>]+\s+|(?<!\s)\s*[|»]\s*|:\s+/g

/** The article’s title without the name of its site or host, if they are known; `` when the page has none. */
export function chooseTitle(
  { claimed, headings, tag }: Titles,
  site: string | null,
  host: string | null,
): string {
  const titles = claimed.filter((title) => title !== '' && !letters(site ?? '').startsWith(letters(title)))
  // A description may stand where the title should: the page’s own title tells.
  const title = titles.find((one) => letters(tag).includes(letters(one))) ?? titles[0]
  if (title) return withoutSite(title, site, host)
  const heading = headings.find((one) => one !== '' && letters(tag).startsWith(letters(one)))
  return heading ?? (withoutSite(tag, site, host) || headings[0] || '')
}

/** A title without the name of its site, before or after a mark such as ` | `. */
function withoutSite(title: string, site: string | null, host: string | null): string {
  const marks = [...title.matchAll(SEPARATOR)]
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last) return title
  const names = [site, host].flatMap((name) =>
    name ? [letters(name), letters(name.replace(/\.\w+$/, ''))] : [],
  )
  const [head, tail] = [title.slice(0, first.index), title.slice(last.index + last[0].length)]
  if (names.includes(letters(tail))) return title.slice(0, last.index)
  if (names.includes(letters(head))) return title.slice(first.index + first[0].length)
  const isLikelySite = !site && wordsIn(title.slice(0, last.index)) >= MIN_TITLE && wordsIn(tail) <= MAX_SITE
  return isLikelySite && /[|–—·•»-]/.test(last[0]) ? title.slice(0, last.index) : title
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
const letters = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '')
