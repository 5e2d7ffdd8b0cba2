/** A web page's bytes → the text of its article, and what is known of it. */

import { Refusal } from '../../refusal.ts'
import { boundName } from '../../text/bounds.ts'
import { normalise } from '../../text/normalise.ts'
import { type Section, sectionsOf } from '../../text/passages.ts'
import { decode } from '../decode.ts'
import type { About, ParsedFile } from '../parsed.ts'
import { findArticle } from './article.ts'
import { withoutBoilerplate } from './boilerplate.ts'
import { cleanPage } from './clean.ts'
import { authorIn, readMetadata } from './metadata.ts'
import type { Block } from './text.ts'

const MAX_BYTES = 10_000_000
/** Of the text's characters: with more in links, it only points to others. */
const MAX_LINKED = 0.75
/** Lines; a shorter list of links may be a note with its sources. */
const MIN_LINKS = 5

/**
 * A page's article as text without markup: blocks apart by an empty line, the lines of lists and tables by a line
 * feed. Sections hold offsets into it (UTF-16 code units). Nothing that a reader of the page would not see enters
 * the text; nothing is loaded or run. `about` tells the page's header and address if it has been
 * fetched. Throws a Refusal when there is no article in it.
 */
export function readHtml(bytes: Uint8Array, about: About): ParsedFile {
  if (bytes.length > MAX_BYTES)
    throw new Refusal({ key: 'refusal.tooLarge', values: { limit: MAX_BYTES / 1e6 } })
  const { body, facts } = cleanPage(decode(bytes, { as: 'page', contentType: about.contentType }))
  const { author, ...metadata } = readMetadata(facts, about.url)
  const { blocks, byline } = findArticle(body, metadata.title)
  if (isLinksOnly(blocks)) throw new Refusal('refusal.linksOnly')
  const { text, sections, heading } = assemble(withoutBoilerplate(blocks))
  if (text === '') throw new Refusal('refusal.noText')
  return {
    ...metadata,
    text,
    sections: sectionsOf(text, sections),
    title: metadata.title || heading || null,
    author: author ?? authorIn(byline),
    locations: [],
  }
}

function isLinksOnly(blocks: Block[]): boolean {
  const [linked, all] = blocks.reduce(
    ([links, length], block) => [links + block.linked, length + block.text.length],
    [0, 0],
  )
  return blocks.length >= MIN_LINKS && linked / all > MAX_LINKED
}

/** The blocks as one text, and its stretches under the path of their headings. */
function assemble(blocks: Block[]): { text: string; sections: Section[]; heading: string } {
  const pieces: string[] = []
  const path: string[] = []
  const sections: Section[] = []
  let [end, first] = [0, '']
  let open: Section | undefined
  for (const { text, depth, follows } of blocks) {
    const content = normalise(text)
    if (content === '') continue
    const gap = end === 0 ? '' : follows ? '\n' : '\n\n'
    const start = end + gap.length
    end = start + content.length
    pieces.push(gap, content)
    if (depth > 0) {
      path.length = Math.min(path.length, depth - 1)
      path[depth - 1] = boundName(content, 'heading')
      first ||= boundName(content, 'title')
      open = undefined
    } else if (open) open.end = end
    else {
      open = { start, end, heading: path.filter(Boolean).join(' › ') }
      sections.push(open)
    }
  }
  return { text: pieces.join(''), sections, heading: first }
}
