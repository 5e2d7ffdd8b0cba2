/** Sides set against each other: two that are named, those for and against, or accounts that differ. */
import type { Evidence } from '../evidence.ts'
import { type Concept, heldOf } from '../support.ts'
import type { Draft } from '../writer.ts'
import { chooseDiverse } from './choose.ts'
import { draftOf } from './drafts.ts'
import type { Compose, Material } from './material.ts'
import { speakerIn } from './said.ts'
import { documentsOn, type Sentence } from './subject.ts'

const MOST = 8
const A_SIDE = 4
const LEAST_SUPPORT = 0.3
const FOR_AND_AGAINST =
  /\b(?:pros? and cons?|for and against|(?:dis)?advantages?|benefits? and|upsides?|strengths? and|supporters? and|critics? and|proponents?|opponents? and|friends? and|advocates?|arguments?|both sides)\b/iu
const FOR =
  /\b(?:gains?|gained|benefits?|advantages?|profits?|favou?r(?:ed)?|supports?|supporters?|backed|backs|welcomed?|grow|growth|create|jobs|helps?|improve|protect|stability|understanding|praised?|cheap|discounted|secure|strengthens?|opportunity)\b/iu
const AGAINST =
  /\b(?:risks?|fears?|loses?|lost|costs?|against|opponents?|oppose[ds]?|critic\p{L}{0,30}|doubts?|danger\p{L}{0,30}|threat\p{L}{0,30}|sanctions?|punish\p{L}{0,30}|damages?|destroy\p{L}{0,30}|flood\p{L}{0,30}|consequences|complaints?|rejects?|without|too (?:much|dear)|burden|dependen\p{L}{1,30}|collapse)\b/iu
const DIFFERS =
  /\b(?:but|disputes?|denie[sd]|denied|disagree\p{L}{0,30}|otherwise|by contrast|while|whereas|not|according to|says|said|argues?|puts|rather than|instead|however|found|expects?)\b/iu

export const comparison: Compose = async (material) => {
  const { request } = material
  const found = await documentsOn({ ...material, subject: request.subject })
  const sentences = found.documents
    .flatMap((document) => document.sentences)
    .filter(({ support, tokens }) => support.whole >= LEAST_SUPPORT && tokens.length > 5)
  if (Math.max(0, ...sentences.map(({ support }) => support.whole)) < 0.45) return []
  const names = found.asked.concepts.filter(({ isName }) => isName)
  if (FOR_AND_AGAINST.test(request.text) || (request.isChosen && names.length < 2))
    return forAndAgainst(sentences)
  const sided = names.length >= 2 ? byNames(names, sentences) : []
  return sided.length >= 2 ? sided : bySides(material, sentences)
}

/** Words of a sentence in which its subject stands. */
const SUBJECT_WORDS = 8
const SPEAKS =
  /\b(?:sa(?:y|ys|id)|denie[sd]|deny|rejects?|rejected|accuse[sd]?|criticise[sd]?|calls?|speaks?|argues?|insists?|warn(?:s|ed)?|opposes?|opposed|wants?|demands?|claims?|holds?|maintains?|thinks?|disagree|threatened|told|refuse[sd]?|supports?|gains?|needs?|has|have|would|will)\b/iu

/** What each of those who are named does and says, the named one in its subject. */
function byNames(names: Concept[], sentences: Sentence[]): Draft[] {
  const shown = new Set<string>()
  return names.slice(0, 3).flatMap((name) => {
    const own = sentences
      .filter(
        ({ tokens }) => heldOf(name, new Set(tokens.slice(0, SUBJECT_WORDS).map(({ term }) => term))) >= 0.85,
      )
      .map((sentence) => {
        const speaks = SPEAKS.test(sentence.text) ? 0.15 : 0
        const differs = STRONG.test(sentence.text) ? 0.3 : 0
        return { sentence, score: worthOf(sentence) + speaks + differs }
      })
    const chosen = chooseDiverse(own, { most: A_SIDE, likenessCost: 0.3 }).filter(
      ({ text }) => !shown.has(text),
    )
    for (const { text } of chosen) shown.add(text)
    return chosen.map((one) => draftOf(one, { label: name.word }))
  })
}

const STRONG =
  /\b(?:denie[sd]|deny|rejects?|rejected|accuse[sd]?|disputes?|disagree\p{L}{0,30}|opposes?|criticise[sd]?|however|but|not|unlawful|instead)\b/iu

const worthOf = ({ support, document }: Sentence) =>
  (0.7 * support.whole + 0.3 * support.own) * (0.6 + 0.4 * document.weight)

/** Who gains by it and who speaks for it, and the others. */
function forAndAgainst(sentences: Sentence[]): Draft[] {
  const side = (pattern: RegExp, other: RegExp, headings: RegExp, label: string) => {
    const scored = sentences
      .map((sentence) => {
        const under = headings.test(sentence.passage.heading) ? 0.6 : 0
        const own = pattern.test(sentence.text) ? 0.35 : 0
        const wrong = other.test(sentence.text) && own === 0 ? 0.3 : 0
        return { sentence, score: worthOf(sentence) + under + own - wrong, isOf: own > 0 || under > 0 }
      })
      .filter(({ isOf }) => isOf)
    return chooseDiverse(scored, { most: A_SIDE, likenessCost: 0.35 }).map((one) =>
      draftOf(one, marks(one, label)),
    )
  }
  const pros = side(FOR, AGAINST, /\b(?:for|pros|benefits|advantages|supporters)\b/iu, 'for')
  const cons = side(AGAINST, FOR, /\b(?:against|cons|risks|costs|critics|opponents)\b/iu, 'against')
  const shown = new Set(pros.map(({ text }) => text))
  return [...pros, ...cons.filter(({ text }) => !shown.has(text))]
}

function marks(sentence: Evidence, label?: string) {
  const speaker = speakerIn(sentence)
  return { ...(label && { label }), ...(speaker && { speaker }) }
}

/** What each says of it: the best of each speaker and source in turn, those with numbers or with a word of contrast first. */
function bySides(material: Material, sentences: Sentence[]): Draft[] {
  const best = Math.max(...sentences.map(worthOf))
  const scored = sentences
    .filter((one) => worthOf(one) >= 0.45 * best)
    .map((sentence) => {
      const number = /\d/u.test(sentence.text) ? 0.12 : 0
      const differs = DIFFERS.test(sentence.text) ? 0.12 : 0
      return { sentence, score: worthOf(sentence) + number + differs }
    })
  const chosen = chooseDiverse(scored, {
    most: material.request.form.points ?? MOST,
    likenessCost: 0.25,
    documentCost: 0.08,
  })
  return chosen.map((sentence) => draftOf(sentence, marks(sentence)))
}
