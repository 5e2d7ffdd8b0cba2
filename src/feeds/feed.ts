/** A feed as the rest of the program sees it, whatever format it came in. */

export type FeedItem = {
  /** The same in every version of the item, and its own within the feed. */
  id: string
  /** One line of plain text. */
  title: string | null
  /** Absolute, http or https. */
  link: string | null
  /** ISO 8601, as readDate gives it. */
  date: string | null
  author: string | null
  /** The fullest text that the feed has, as HTML; '' when it has none. */
  html: string
  categories: string[]
}

export type Feed = {
  title: string | null
  /** The site that it belongs to. */
  link: string | null
  /** As the feed writes it, a BCP 47 tag (`en-GB`). */
  language: string | null
  /** How often it asks to be read, in minutes. */
  interval: number | null
  /** In the feed's order. */
  items: FeedItem[]
}
