/** What stands around an article and is not of it: told from an article's blocks by their form and their links. */
import { readDate } from '../../text/date.ts'
import type { Block } from './text.ts'

/** In words. */
const [LONG, SHORT] = [25, 12]
/** Of a block's characters. */
const [MOST, ALMOST_ALL] = [0.6, 0.9]
/** UTF-16 code units; what is longer says something. */
const MAX_FURNITURE = 300
const MIN_REPEATED_WORDS = 8
/** Lines of links in a row that make an index. */
const MIN_INDEX_LINES = 3
const ASIDES = new Set(['aside', 'blockquote', 'figure', 'figcaption'])
const SENTENCE_END = /[.!?。！？…:][\p{Pf}\p{Pe}"'*]*$/u
/** So many characters before a word or after one, beside the marks around the whole: no two parts take the same. */
const before = (most: number) => `(?:\\w.{0,${most - 1}})?`
const after = (most: number) => `(?:.{0,${most - 1}}\\w)?`
const FURNITURE = new RegExp(
  `^(?:[^\\w©]*©${after(160)}|\\W*(?:${[
    'advertisements?|ad|sponsored(?: content)?|image|photo|video|gallery|loading|comments?|reply|print|e-?mail|tags?|topics?',
    `share(?: (?:this|on|via|with)\\b${after(40)})?|tweet|facebook|twitter|linkedin|whatsapp|pinterest|reddit|copy link|save|follow us${after(40)}`,
    `(?:click|tap) (?:here|to)${after(60)}|skip (?:to|advertisement)${after(40)}|story continues${after(30)}|(?:continue|keep) reading${after(60)}|back to top`,
    `(?:read|see|watch|listen)(?: more| also| next)?\\W{0,3}|(?:sign up|subscribe|register)\\b${after(100)}|${before(40)}\\bnewsletters?\\b${after(40)}`,
    `copyright\\b${after(160)}|${before(80)}\\ball rights reserved\\b${after(80)}|${before(30)}\\bcookies?\\b${after(30)}`,
    `\\d+ (?:comments?|shares?|likes?|views?)|\\d+ min(?:ute)?s? read|(?:last )?(?:updated|published|posted|modified)\\b${after(60)}`,
  ].join('|')}))\\W*$`,
  'iu',
)
const POINTER = /^\W*(?:read|see|watch|listen|related|also|more|don[’']t miss)\b[^.]{0,25}:/iu
const AROUND =
  /^\W*(?:(?:related\b|more (?:from|on|in|about|stories|news|articles)\b|read (?:more|next|also)\b|recommended\b|you (?:may|might) (?:also )?(?:like|be interested)\b|share this|most (?:read|popular|viewed)\b|newsletter|sign up|subscribe).*(?:\n\W*)?|(?:about (?:the )?authors?|(?:\d+ )?(?:comments?|responses|replies)\b.{0,80}|leave a (?:reply|comment)|popular\b.{0,30}|trending\b.{0,30}|(?:latest|top) (?:news|stories|articles|posts)|(?:post )?tags|featured|keep reading|up next|advertisement)\W*)$/iu
/** What is under these is a text of its own, to the next heading. */
const CLOSING =
  /^\W*(?:about (?:the )?authors?|(?:\d+ )?(?:comments?|responses|replies)\b.{0,80}|leave a (?:reply|comment))\W*$/iu

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}\p{M}'’-]+/gu)?.length ?? 0
const endsSentence = (text: string) => SENTENCE_END.test(text)
const density = ({ linked, text }: Block) => linked / text.length
const isProse = (block: Block) =>
  block.depth === 0 && wordsIn(block.text) >= LONG && density(block) < MOST && endsSentence(block.text)

/**
 * The blocks of an article without indexes of links, pointers to other pages, calls to share or sign up, what is
 * said twice, and the short lines before its first and after its last prose. Length and links decide, as in
 * Kohlschütter et al., “Boilerplate detection using shallow text features” (WSDM 2010), and a short block goes the
 * way of its neighbours, as in Pomikálek, “Removing boilerplate and duplicate content from web corpora” (2011).
 * A page with little prose keeps its short lines: they may be all that it has.
 */
export function withoutBoilerplate(blocks: Block[]): Block[] {
  const kept = withoutRepeats(withoutAround(withoutIndexes(blocks.filter((block) => !isFurniture(block)))))
  return withoutEmptyHeadings(kept.filter(isProse).length >= 3 ? withinProse(kept) : kept)
}

function isFurniture(block: Block): boolean {
  if (block.path.includes('pre') || block.follows || block.text.length > MAX_FURNITURE) return false
  const words = wordsIn(block.text)
  if (block.depth > 0) return FURNITURE.test(block.text)
  if (words <= 20 && density(block) > ALMOST_ALL && !endsSentence(block.text))
    return !block.path.includes('li')
  return FURNITURE.test(block.text) || (words <= 40 && density(block) > 0.4 && POINTER.test(block.text))
}

/** Runs of lines of one list or table that are mostly links. */
function withoutIndexes(blocks: Block[]): Block[] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const group = groups.at(-1)
    if (block.follows && group) group.push(block)
    else groups.push([block])
  }
  return groups.filter((group) => !isIndex(group)).flat()
}

function isIndex(group: Block[]): boolean {
  const [all, linked] = [sum(group, ({ text }) => text.length), sum(group, (block) => block.linked)]
  return group.length >= MIN_INDEX_LINES && linked / all > ALMOST_ALL
}

const sum = (blocks: Block[], value: (block: Block) => number) =>
  blocks.reduce((total, block) => total + value(block), 0)

/** Headings of what stands around articles go with what is under them: a box within an article ends with its items. */
function withoutAround(blocks: Block[]): Block[] {
  const kept: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block
    const isAround = block.depth > 0 && block.text.length <= MAX_FURNITURE && AROUND.test(block.text)
    if (!isAround) kept.push(block)
    at = isAround ? endOfBox(blocks, at, kept) : at + 1
  }
  return kept
}

/** Where the article goes on after a heading of a box: at a heading as high, or at prose that stands as it did before. */
function endOfBox(blocks: Block[], start: number, before: Block[]): number {
  const { depth = 0, text = '' } = blocks[start] ?? {}
  const paths = new Set(CLOSING.test(text) ? [] : before.filter(isProse).map(pathOf))
  const goesOn = (block: Block | undefined) =>
    block !== undefined && isProse(block) && !block.path.includes('li') && paths.has(pathOf(block))
  for (let at = start + 1; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.depth > 0 && block.depth <= depth) return at
    if (block.depth > 0 && density(block) < MOST && !AROUND.test(block.text) && goesOn(blocks[at + 1]))
      return at
    if (goesOn(block) && !isLinkedHeading(blocks[at - 1])) return firstOfProse(blocks, start, at)
  }
  return blocks.length
}

/** Short sentences between the last item of a box and prose are of the prose, if the box has items. */
function firstOfProse(blocks: Block[], start: number, prose: number): number {
  const path = pathOf(blocks[prose] as Block)
  const isItem = (block: Block, at: number) =>
    at <= start ||
    block.depth > 0 ||
    block.linked > 0 ||
    pathOf(block) !== path ||
    !endsSentence(block.text) ||
    isLinkedHeading(blocks[at - 1])
  const last = blocks.slice(0, prose).findLastIndex(isItem)
  return last > start ? last + 1 : prose
}

const pathOf = ({ path }: Block) => path.join(' ')
const isLinkedHeading = (block: Block | undefined) =>
  block !== undefined && block.depth > 0 && density(block) >= MOST

/** Captions of the same picture, and sentences of the article set large beside it. */
function withoutRepeats(blocks: Block[]): Block[] {
  const seen = new Set<string>()
  return blocks.filter(({ text, follows, path }) => {
    if (follows || wordsIn(text) < MIN_REPEATED_WORDS) return true
    return seen.size < seen.add(text).size || !path.some((name) => ASIDES.has(name))
  })
}

/** Drops short lines that end no sentence before the first prose and after the last. */
function withinProse(blocks: Block[]): Block[] {
  const [first, last] = [blocks.findIndex(isProse), blocks.findLastIndex(isProse)]
  return blocks.filter(
    (block, at) =>
      (at >= first && at <= last) ||
      block.depth > 0 ||
      block.follows ||
      block.path.includes('pre') ||
      !isLoose(block),
  )
}

const isLoose = ({ text, path }: Block) =>
  !path.some((name) => name === 'li' || name === 'blockquote') &&
  ((wordsIn(text) <= SHORT && !endsSentence(text)) || (text.length < 60 && readDate(text) !== undefined))

/** Headings at the end have nothing under them. */
function withoutEmptyHeadings(blocks: Block[]): Block[] {
  const last = blocks.findLastIndex(({ depth }) => depth === 0)
  return last < 0 ? blocks : blocks.slice(0, last + 1)
}
