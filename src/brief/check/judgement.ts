/** What a model says of a claim, and what of it stands: never a verdict without a quotation that bears it out. */
import type { Corpus } from '../../corpus/corpus.ts'
import type { Hit } from '../../search/search.ts'
import { languageOfText, missingNumbers, type Verified, verify } from '../verify.ts'
import type { Citation, Written } from '../writer.ts'
import type { Verdict } from './checked.ts'

/** Not yet verified. */
export type Judgement = { verdict: Verdict; explanation: string | null; citations: Citation[] }

export type Judged = {
  /** One for each claim, in order; null when the model gave none that can be read. */
  judgements: (Judgement | null)[]
  usage: Written['usage']
  /** Citations that point at nothing that was sent. */
  unresolvedCitations: number
  /** How often something was claimed beside a citation, without one of its own. */
  uncitedClaims: number
}

/** Judges claims by the passages found; throws WriterFailure when it cannot. */
export type ClaimChecker = (claims: string[], hits: Hit[], signal: AbortSignal) => Promise<Judged>

export type Settled = {
  verdict: Verdict | null
  explanation: string | null
  evidence: Pick<Verified, 'quotes' | 'documents'>
  droppedCitations: number
  /** True when the model's verdict did not stand. */
  dropped: boolean
}

const MAX_QUOTES = 3

/**
 * What stands of a judgement on a claim, with quotations cut from the store: at most three.
 *
 * A verdict that no quotation bears out is none, and `near` is shown as without a model: that a model erred says
 * nothing of the corpus. So it is with a supported claim whose number stands in none of its quotations; these stay, for
 * they show which number the corpus has. An explanation that brings in a number of its own is left out.
 * @param judgement undefined when no model was asked
 * @param near the closest quotations, for when the judgement brings none
 */
export async function settle(
  claim: string,
  judgement: Judgement | null | undefined,
  near: Citation[],
  corpus: Corpus,
): Promise<Settled> {
  const cited = await verify([{ text: claim, citations: judgement?.citations ?? [] }], corpus)
  const quotes = cited.quotes.slice(0, MAX_QUOTES)
  const claimsEvidence = judgement !== undefined && judgement?.verdict !== 'not_in_corpus'
  const { droppedCitations } = cited
  if (!judgement || quotes.length === 0) {
    const evidence = await verify([{ text: claim, citations: near }], corpus)
    const verdict = judgement?.verdict === 'not_in_corpus' ? judgement.verdict : null
    return { verdict, explanation: null, evidence, droppedCitations, dropped: claimsEvidence }
  }
  const evidence = { quotes, documents: cited.documents }
  const read = quotes.map(({ text, document, hash }) => ({
    text,
    language: cited.documents.find((one) => one.id === document && one.hash === hash)?.language ?? 'und',
  }))
  const asked = { text: claim, language: languageOfText(claim, read) }
  if (judgement.verdict === 'supported' && missingNumbers(asked, read).length > 0)
    return { verdict: null, explanation: null, evidence, droppedCitations, dropped: true }
  const said = judgement.explanation
  const invents =
    said !== null &&
    missingNumbers({ text: said, language: languageOfText(said, [...read, asked]) }, [...read, asked])
      .length > 0
  const explanation = invents ? null : judgement.explanation
  return { verdict: judgement.verdict, explanation, evidence, droppedCitations, dropped: false }
}
