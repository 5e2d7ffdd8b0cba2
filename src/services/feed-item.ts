/** The item of a feed as an item of the corpus. */

import type { FeedItem } from '../feeds/feed.ts'
import { plain, toHtml } from '../feeds/text.ts'
import type { Item } from '../ingest/item.ts'

/** Its text is what the feed has of it, a headline at least. */
export const feedItem = (
  { title, link, date, author, html }: Omit<FeedItem, 'id'>,
  { name, id, source }: { name: string; id: string; source: string | null },
): Item => ({
  name,
  id,
  bytes: new TextEncoder().encode(title && plain(html).trim() === '' ? toHtml(title) : html),
  contentType: 'text/html; charset=utf-8',
  format: 'feed',
  readAs: 'fragment',
  known: { ...(title ? { title } : {}), ...(source ? { source } : {}), url: link, date, author },
})
