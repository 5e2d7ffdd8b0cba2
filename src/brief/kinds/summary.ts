/**
 * A summary: the main aspects of a subject's documents, each by its best sentence.
 *
 * A sentence's weight is how central its words are to all of them (LexRank: Erkan & Radev, JAIR 2004), more for the
 * lead of a document, and how much of the subject it holds; what is chosen is chosen for what it adds.
 */
import { centralities, vectorOf } from '../../text/centrality.ts'
import { versionDrafts, withoutEarlier } from '../disagreement/versions.ts'
import type { Draft } from '../writer.ts'
import { chooseDiverse } from './choose.ts'
import { draftsOf, isStatement } from './drafts.ts'
import type { Compose, Material } from './material.ts'
import { documentsOn, type Sentence, type Subject } from './subject.ts'

const POINTS = 8
/** Centrality is reckoned over so many sentences at most: it takes the square of their time. */
const MOST_SENTENCES = 240
const LEAST_SUPPORT = 0.2
/** What the first sentence of a document counts more, falling to nothing at this one. */
const LEAD = 0.5
const LEAD_REACH = 4
/** Shorter ones say little by themselves. Words. */
const SHORT = 6

export const summary: Compose = async (material) => summarise(material, material.request.subject)

/** The points of a summary on a subject; '' is everything, newest first. */
export async function summarise(material: Material, subject: string): Promise<Draft[]> {
  const found = await documentsOn({ ...material, subject })
  const sentences = weighed(found, subject === '')
  if (sentences.length === 0) return []
  const most = material.request.form.points ?? POINTS
  const isOne = (found.documents[1]?.weight ?? 0) < 0.5
  const chosen = chooseDiverse(sentences, {
    most,
    documentCost: isOne || found.documents.length < 3 ? 0.03 : 0.1,
  })
  const points = draftsOf(withoutEarlier(chosen))
  const all = found.documents.flatMap((document) => document.sentences)
  return [...points, ...versionDrafts(withoutEarlier(chosen), all, points)]
}

function weighed({ documents }: Subject, isAll: boolean) {
  const known = documents
    .flatMap(({ sentences }) => sentences)
    .filter((one) => one.tokens.length >= SHORT && isStatement(one.text))
    .filter(({ support }) => isAll || support.whole >= LEAST_SUPPORT)
    .slice(0, MOST_SENTENCES)
  const best = Math.max(0, ...known.map(({ support }) => support.whole))
  if (!isAll && best < 0.4) return []
  const counts = new Map<string, number>()
  for (const { terms } of known) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const weightOf = (term: string) => Math.log(1 + known.length / (counts.get(term) ?? 1))
  const central = centralities(known.map(({ terms }) => vectorOf([...terms], weightOf)))
  return known.map((sentence, at) => ({ sentence, score: scoreOf(sentence, central[at] ?? 0, isAll) }))
}

function scoreOf(
  { support, place, document, leans, text }: Sentence,
  central: number,
  isAll: boolean,
): number {
  const lead = LEAD * Math.max(0, 1 - place / LEAD_REACH)
  const about = isAll ? 0.5 : 0.8 * support.whole + 0.1 * support.own
  const numbers = /\d/.test(text) ? 0.15 : 0
  return (
    about * (0.4 + 0.6 * document.weight) +
    0.5 * central +
    lead * (0.3 + 0.7 * document.weight) +
    numbers -
    (leans ? 0.25 : 0)
  )
}
