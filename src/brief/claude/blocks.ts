/** Passages to search_result blocks, and cited text blocks back to drafts with offsets into the documents. */
import type Anthropic from '@anthropic-ai/sdk'
import type { Span } from '../../document.ts'
import type { Hit } from '../../search/search.ts'
import type { Citation, Draft } from '../writer.ts'
import { type LineParts, toLine } from './line.ts'

/** What the model writes, alone, when the passages hold no answer. */
export const ABSTENTION = 'NOT IN THE CORPUS'

/** What a line begins with that shows what sources say against each other. */
export const DISAGREEMENT = 'DISAGREEMENT:'

/** A search result as sent: the sentence behind each of its blocks, in order. */
export type Sent = { document: string; hash: string; sentences: Span[] }

const TITLE_LENGTH = 300
const EARLIER_QUESTIONS = 5
const EARLIER_LENGTH = 300
const LIST_MARKER = /^\s*(?:[-*•–—]\s+|(\d{1,2})[.)]\s+)/
const DISAGREEMENT_MARKER = /^\s*[*_]*DISAGREEMENT[*_]*\s*[:：][*_]*\s*/i
const MARKER = /^\s*(?:[-*•–—]|\d{1,2}[.)])?\s*(?:[*_]*DISAGREEMENT[*_]*\s*[:：]?[*_]*)?\s*/i
/** How a whole sentence ends. */
export const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»)\]*_]*$/

/**
 * One search result per passage, in order, one text block per sentence; passages without text are left out.
 * A title begins with the passage's label, where it has one.
 */
export function searchResults(hits: (Pick<Hit, 'passage'> & { label?: string })[]): {
  blocks: Anthropic.SearchResultBlockParam[]
  sent: Sent[]
} {
  const blocks: Anthropic.SearchResultBlockParam[] = []
  const sent: Sent[] = []
  for (const { passage, label } of hits) {
    const textOf = ({ start, end }: Span) =>
      passage.text.slice(start - passage.start, end - passage.start).trim()
    const sentences = passage.sentences.filter((sentence) => textOf(sentence) !== '')
    if (sentences.length === 0) continue
    sent.push({ document: passage.document, hash: passage.hash, sentences })
    blocks.push({
      type: 'search_result',
      source: passage.document,
      title: titleOf(passage, label),
      // The trailing space keeps sentences apart: blocks are joined with nothing in between.
      content: sentences.map((span) => ({ type: 'text', text: `${textOf(span).toWellFormed()} ` })),
      citations: { enabled: true },
    })
  }
  return { blocks, sent }
}

function titleOf({ title, source, date }: Hit['passage'], label = ''): string {
  const origin = [source, date?.slice(0, 10)].filter(Boolean).join(', ')
  const whole = [label, title, origin].filter(Boolean).join(' — ').replace(/\s+/g, ' ')
  return whole.slice(0, TITLE_LENGTH).toWellFormed()
}

/** The last questions of a conversation, one line each, as JSON strings: none can look like a line of the prompt. */
export function earlierQuestions(earlier: string[]): string {
  const lines = earlier
    .slice(-EARLIER_QUESTIONS)
    .map((question) => `- ${JSON.stringify(question.replace(/\s+/gu, ' ').trim().slice(0, EARLIER_LENGTH))}`)
  return lines.join('\n') || '(none)'
}

/**
 * The drafts in a message's text blocks, one per line, each with the citations of the blocks that it consists of.
 * `cut` says that the answer was cut short: a last line that does not end as a sentence is then left out.
 */
export function readDrafts(
  content: Anthropic.ContentBlock[],
  sent: Sent[],
  cut: boolean,
): { drafts: Draft[]; unresolvedCitations: number } {
  const { lines, unresolvedCitations } = readLines(content, sent)
  const written = lines.filter((line) => line.text.trim() !== '')
  if (cut && !SENTENCE_END.test(written.at(-1)?.text.trim() ?? '.')) written.pop()
  const drafts = withoutMarkers(written).map(withKind).filter(isClaim)
  const uncited = written.flatMap((line) => line.uncited.map((text): Draft => ({ text, citations: [] })))
  return { drafts: [...drafts, ...uncited], unresolvedCitations }
}

/**
 * The lines of a message's text blocks, each with the citations of the blocks that it consists of. A citation belongs
 * to its whole block and to nothing else: beside a cited block, what another one claims without a citation is taken out
 * of the line. A line without any citation stays as it is; nothing will be found for it.
 * `marker` tells what a line may begin with that needs no support.
 */
export function readLines(content: Anthropic.ContentBlock[], sent: Sent[], marker = MARKER) {
  let line: LineParts = { citations: [], parts: [] }
  const lines = [line]
  let unresolvedCitations = 0
  for (const block of content) {
    if (block.type !== 'text') continue
    const given = block.citations ?? []
    const citations = given.map((citation) => resolve(citation, sent)).filter((found) => found !== undefined)
    unresolvedCitations += given.length - citations.length
    for (const [index, text] of block.text.split('\n').entries()) {
      if (index > 0) {
        line = { citations: [], parts: [] }
        lines.push(line)
      }
      // A cited block may end in the line break and marker of the next point, which it does not support.
      const isStart = line.parts.every((part) => part.text.trim() === '')
      const isEmpty = isStart ? marker.exec(text)?.[0].length === text.length : text.trim() === ''
      const isCited = citations.length > 0 && !isEmpty
      if (isCited) addCitations(line.citations, citations)
      line.parts.push({ text, isCited })
    }
  }
  return { lines: lines.map((one) => toLine(one, marker)), unresolvedCitations }
}

function addCitations(known: Citation[], added: Citation[]): void {
  for (const one of added) {
    const same = known.some(
      (other) => other.hash === one.hash && other.start === one.start && other.end === one.end,
    )
    if (!same) known.push({ ...one })
  }
}

/** The cited sentences as offsets into their document; undefined when the citation points at nothing sent. */
function resolve(citation: Anthropic.TextCitation, sent: Sent[]): Citation | undefined {
  if (citation.type !== 'search_result_location') return undefined
  const { search_result_index, start_block_index, end_block_index, source } = citation
  const result = sent[search_result_index]
  if (result === undefined || result.document !== source || end_block_index <= start_block_index)
    return undefined
  const first = result.sentences[start_block_index]
  const last = result.sentences[end_block_index - 1]
  if (first === undefined || last === undefined) return undefined
  return { document: result.document, hash: result.hash, start: first.start, end: last.end }
}

/** A number counts as a list marker only in sequence, so that `12. März` stays. */
function withoutMarkers(drafts: Draft[]): Draft[] {
  let next = 1
  return drafts.map(({ text, citations }) => {
    const marker = LIST_MARKER.exec(text)
    const numbered = marker?.[1] !== undefined
    if (marker === null || (numbered && Number(marker[1]) !== next)) return { text: text.trim(), citations }
    if (numbered) next += 1
    return { text: text.slice(marker[0].length).trim(), citations }
  })
}

function withKind({ text, citations }: Draft): Draft {
  const marker = DISAGREEMENT_MARKER.exec(text)
  return marker === null
    ? { text, citations }
    : { kind: 'disagreement', text: text.slice(marker[0].length).trim(), citations }
}

function isClaim({ text }: Draft): boolean {
  return (
    /[\p{L}\p{N}]/u.test(text) &&
    text
      .replace(/[^\p{L} ]/gu, '')
      .toUpperCase()
      .trim() !== ABSTENTION
  )
}
