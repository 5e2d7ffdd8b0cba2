/** The checker that asks Claude: all claims in one request, one line with one verdict back for each. */
import { createHash } from 'node:crypto'
import type Anthropic from '@anthropic-ai/sdk'
import type { Verdict } from '../check/checked.ts'
import type { ClaimChecker, Judgement } from '../check/judgement.ts'
import { loadPrompt } from '../prompt.ts'
import { type Draft, WriterFailure } from '../writer.ts'
import { readLines, type Sent, searchResults } from './blocks.ts'
import { type ClaudeOptions, createAskClaude } from './client.ts'

/** No word is the beginning or a form of another, as "supported" is of "unsupported". */
const WORDS: Record<string, Verdict> = {
  SUPPORTED: 'supported',
  CONTRADICTED: 'contradicted',
  ABSENT: 'not_in_corpus',
}
const VERDICT = Object.keys(WORDS).join('|')
const LINE = new RegExp(
  String.raw`^\s*(\d{1,2})[.):]?\s+(${VERDICT})(?![\p{L}\p{N}])[.:,]?\s{0,3}[-–—]?\s{0,3}(.*)$`,
  'u',
)
const MARKER = new RegExp(String.raw`^[\s*]*(?:\d{1,2}[.):]?[\s*]*(?:(?:${VERDICT})[.:,]?[\s*–—-]*)?)?`)

/**
 * A checker that puts one request per message to Claude. Needs no network to be made.
 * Throws an Error when the key or model is blank, the effort unknown or a prompt file faulty.
 */
export function createClaudeChecker(options: ClaudeOptions): ClaimChecker {
  const askClaude = createAskClaude(options)
  const system = loadPrompt('system.md', [])
  const check = loadPrompt('check.md', ['supported', 'contradicted', 'absent', 'claims'])
  const promptVersion = createHash('sha256')
    .update(system.source)
    .update(check.source)
    .digest('hex')
    .slice(0, 8)

  return async (claims, hits, signal) => {
    const { blocks, sent } = searchResults(hits)
    const task = check.fill({
      supported: 'SUPPORTED',
      contradicted: 'CONTRADICTED',
      absent: 'ABSENT',
      claims: numbered(claims),
    })
    const { content, usage, incomplete } = await askClaude(system.fill({}), blocks, task, signal)
    // Whichever claims come last would look as if nothing had been found for them.
    if (incomplete) throw new WriterFailure('cut_short')
    return { ...readJudgements(content, sent, claims.length), usage: { ...usage, promptVersion } }
  }
}

/** As JSON strings, so that no claim can end its own quotation marks or begin a line. */
const numbered = (claims: string[]) =>
  claims
    .map((claim, at) => `${at + 1} ${JSON.stringify(claim.replace(/\s+/g, ' ').toWellFormed())}`)
    .join('\n')

/** A line that is not exactly as asked for is no judgement, nor are two lines on one claim. */
function readJudgements(content: Anthropic.ContentBlock[], sent: Sent[], count: number) {
  const { lines, unresolvedCitations } = readLines(content, sent, MARKER)
  const given = Map.groupBy(
    lines.flatMap((line) => judgementIn(line) ?? []),
    ({ number }) => number,
  )
  const judgements = Array.from({ length: count }, (_, at): Judgement | null => {
    const [judgement, second] = given.get(at + 1) ?? []
    if (!judgement || second) return null
    const { number: _number, ...rest } = judgement
    return rest
  })
  const uncitedClaims = lines.reduce((sum, { uncited }) => sum + uncited.length, 0)
  return { judgements, unresolvedCitations, uncitedClaims }
}

function judgementIn({ text, citations }: Draft): (Judgement & { number: number }) | null {
  const [, number, word = '', sentence = ''] = LINE.exec(text.replaceAll('*', '').trim()) ?? []
  const verdict = WORDS[word]
  return verdict ? { number: Number(number), verdict, explanation: sentence.trim() || null, citations } : null
}
