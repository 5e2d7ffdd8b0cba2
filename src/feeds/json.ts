/** JSON Feed, as the library parses it, → a Feed: https://www.jsonfeed.org/version/1.1/ */
import type { parseFeed } from 'feedsmith'
import { firstDate, readTitle, toHtml, toLink } from './text.ts'
import type { LooseFeed } from './xml.ts'

type Json = Extract<ReturnType<typeof parseFeed<string>>, { format: 'json' }>['feed']

export const fromJson = (feed: Json, url: string | undefined): LooseFeed => ({
  title: readTitle(feed.title),
  link: toLink(feed.home_page_url, url),
  language: feed.language ?? null,
  interval: null,
  items: (feed.items ?? []).map((item) => {
    const names = (item.authors ?? feed.authors ?? [])
      .map(({ name }) => name)
      .filter((name) => name !== undefined)
    const text = item.content_text ?? item.summary
    return {
      id: item.id,
      title: readTitle(item.title),
      link: toLink(item.url ?? item.external_url, url),
      date: firstDate(item.date_published, item.date_modified),
      author: names.join(', ') || null,
      html: item.content_html ?? (text === undefined ? '' : toHtml(text)),
      categories: item.tags ?? [],
    }
  }),
})
