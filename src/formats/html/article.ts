/** A cleaned page → the blocks of its article. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { removeChrome } from './chrome.ts'
import { withoutStandIns, withStandIns } from './stand-ins.ts'
import { type Block, blocksOf, type PageNode } from './text.ts'

export type Article = { blocks: Block[]; byline: string | null }

const MAX_CHILDREN = 10_000

const page = (body: string) =>
  `<html><head><title></title><meta property="og:title"></head><body>${body}</body></html>`

/**
 * The article of a page whose `body` is clean HTML, as Mozilla's Readability finds it (the reader view of Firefox).
 * A heading that repeats `title` is left out. No blocks when there is no article.
 */
export function findArticle(body: string, title: string): Article {
  const { document } = parseHTML(page(body))
  const { length } = document.body.childNodes
  // Setting a longer list of children overflows the stack.
  const root = length > MAX_CHILDREN ? parseHTML(page(`<div>${body}</div>`)).document : document
  root.querySelector('meta')?.setAttribute('content', withStandIns(title))
  removeChrome(root.body)
  const found = new Readability<PageNode>(root as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as unknown as PageNode,
  }).parse()
  return {
    blocks: found?.content ? blocksOf(found.content).map(restored) : [],
    byline: found?.byline ? withoutStandIns(found.byline) : null,
  }
}

const restored = (block: Block): Block => ({ ...block, text: withoutStandIns(block.text) })
