/** Markdown as GitHub reads it: the one dialect in which documents are read and pages are written. */
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { gfm } from 'micromark-extension-gfm'

export type { BlockContent, PhrasingContent, RootContent } from 'mdast'

/** Beside what GitHub's Markdown is known to make of plain characters: formulas, and links of any scheme. */
const UNSAFE = [{ character: '$' }, { character: ':', before: '[A-Za-z]', after: '\\/' }].map((one) => ({
  ...one,
  inConstruct: 'phrasing' as const,
}))

/** The tree of a text; every text is Markdown. */
export const parseMarkdown = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

/** The text of a tree; what its text nodes hold is read as plain text again. */
export const writeMarkdown = (root: Root): string =>
  toMarkdown(root, { bullet: '-', extensions: [gfmToMarkdown()], unsafe: UNSAFE })
