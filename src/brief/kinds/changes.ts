/** What changed: what a later document of the same source says otherwise, beside what it said before. */
import { versionsOf } from '../disagreement/versions.ts'
import type { Draft } from '../writer.ts'
import { draftOf } from './drafts.ts'
import type { Material } from './material.ts'
import { documentsOn, type Sentence } from './subject.ts'

const MOST = 5
/** A change is on the subject when its sentence holds so much of what the best one does, and at least this. */
const AS_GOOD = 0.6
const LEAST_SUPPORT = 0.25

/**
 * The newest version of each sentence on the subject that has several, and behind it the earlier ones; none when nothing
 * changed within the question's time.
 */
export async function changesOn(material: Material): Promise<Draft[]> {
  const { request, signal } = material
  const { frame, subject } = request
  const { documents } = await documentsOn({ ...material, subject })
  const isWithin = (day: string) => (!frame?.from || day >= frame.from) && (!frame?.to || day <= frame.to)
  const dated = documents.filter(({ date }) => date !== null && isWithin(date.slice(0, 10)))
  const sentences = dated.flatMap((document) => document.sentences)
  const best = Math.max(0, ...sentences.map(({ support }) => support.whole))
  const least = subject === '' ? 0 : Math.max(LEAST_SUPPORT, AS_GOOD * best)
  const about = sentences
    .filter(({ support }) => support.whole >= least)
    .toSorted((a, b) => b.support.whole - a.support.whole)
  const shown = new Set<Sentence>()
  const changes: Sentence[][] = []
  for (const sentence of about) {
    signal.throwIfAborted()
    if (changes.length === (request.form.points ?? MOST)) break
    if (shown.has(sentence)) continue
    const versions = versionsOf(sentence, sentences)
    for (const one of versions) shown.add(one)
    if (versions.length > 1) changes.push(versions)
  }
  return changes.flatMap((versions) => versions.map((one, at) => versionDraft(one, at > 0)))
}

const versionDraft = (sentence: Sentence, isEarlier: boolean): Draft =>
  draftOf(sentence, {
    date: sentence.document.date?.slice(0, 10) ?? '',
    ...(isEarlier && { label: 'earlier' }),
  })
