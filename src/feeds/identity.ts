/** What makes an item the same item when it is seen again. */
import { sha256 } from '../text/normalise.ts'
import type { FeedItem } from './feed.ts'

export type LooseItem = Omit<FeedItem, 'id'> & { id: string | undefined }

/**
 * Gives every item an id of its own: the feed's; without one, or where several items share it, the link; else what the
 * item says. An item that repeats another one's id after that is left out.
 */
export function identify(items: LooseItem[]): FeedItem[] {
  const uses = Map.groupBy(items, ({ id }) => id)
  const found = new Map<string, FeedItem>()
  for (const item of items) {
    const own = item.id !== undefined && uses.get(item.id)?.length === 1 ? item.id : undefined
    const id = own ?? item.link ?? sha256(JSON.stringify([item.title, item.html]))
    if (!found.has(id)) found.set(id, { ...item, id })
  }
  return [...found.values()]
}

/** Changes when the item says something else: its title or its text. */
export const fingerprint = ({ title, html }: Pick<FeedItem, 'title' | 'html'>) =>
  sha256(JSON.stringify([title, html]))
