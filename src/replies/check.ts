/** The claims of a text, each with its verdict or without one, and the closest quotations. */
import type { CheckedClaim } from '../brief/check/checked.ts'
import type { Checked } from '../ledger/entry.ts'
import type { Language } from '../locales/language.ts'
import { verdictKey } from '../locales/verdict.ts'
import type { Cited, Entry, Reply } from './block.ts'
import { at, citedIn } from './documents.ts'
import { coverageLine, writerLines } from './made.ts'
import { actions, heading, outside, strong, text } from './words.ts'

const SIGNS = { supported: '✅ ', contradicted: '❌ ', not_in_corpus: '❔ ' }

export function checkReply({ id, asked, check }: Checked, language: Language): Reply {
  const { say } = language
  const { claims, quotes, documents, coverage, receipt, moreClaims } = check
  const quotations = citedIn(quotes, documents)
  const hasClaims = claims.length > 0
  const entries = claims.map((claim, index) => claimEntry(claim, index + 1, quotations, language))
  return {
    id,
    tone: hasClaims ? 'answer' : 'nothing',
    head: [heading(say('check.head')), ...(hasClaims ? [] : [text(say('check.noClaims'))])],
    body: [{ kind: 'entries', most: 'points', entries }],
    foot: hasClaims
      ? [
          ...(moreClaims > 0 ? [text(say('check.moreClaims', { count: moreClaims }))] : []),
          { kind: 'sources', documents },
          coverageLine(coverage, documents.length, language),
          ...writerLines(receipt, language),
        ]
      : [],
    actions: hasClaims ? actions('share', 'dossier') : [],
    quotations: hasClaims ? quotations : [],
    file: 'check.md',
    made: { id, asked, coverage, receipt },
  }
}

function claimEntry(claim: CheckedClaim, number: number, cited: Cited[], { say }: Language): Entry {
  const { verdict, explanation } = claim
  const why = explanation ? [': ', outside(explanation, { share: 5 })] : []
  return {
    title: [strong(`${number}.`), ' ', outside(claim.text, { share: 3 })],
    said: [text(verdict ? SIGNS[verdict] : '', strong(say(verdictKey(claim))), ...why)],
    quotations: at(cited, claim.quotes),
    shows: 'publishers',
  }
}
