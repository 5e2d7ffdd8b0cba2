/** Who said what: only the statements of the one who is asked about, or who made the statement that is asked about. */
import { analyse } from '../../text/analysis.ts'
import type { Evidence } from '../evidence.ts'
import { speakerOfEvidence } from '../speaker.ts'
import type { Draft } from '../writer.ts'
import { chooseDiverse } from './choose.ts'
import { draftOf } from './drafts.ts'
import { answer } from './lookup.ts'
import type { Compose, Material } from './material.ts'
import { scaleOf, weighAll } from './weigh.ts'

const POINTS = 5
const LEAST_SUPPORT = 0.34
const ASKS_WHO = /^\s{0,9}(?:and |but )?(?:who|whom|whose)\b/iu
const GROUP =
  /\b(?<name>(?:the |both |many |some |most )?(?:two |\p{L}{1,30} ){0,2}(?:governments?|officials?|analysts?|critics|supporters|opponents|experts|sources|plaintiffs|campaigners|residents|workers|diplomats|lawyers|ministry|authority|union|group|court|council|company|party|agency|office|police|engineers|economists|leaders|capitals|sides|countries))\b[^.]{0,60}\b(?:say|says|said|describe|describes|call|calls|called|argue|argues|argued|deny|denies|denied|reject|rejects|warn|warned|fear|told|criticised|hold|holds|claim|claims)\b/iu

/** Who says it, by name or as a group. */
export const speakerIn = (sentence: Evidence): string | null =>
  speakerOfEvidence(sentence) ?? GROUP.exec(sentence.text)?.groups?.name ?? null

export const said: Compose = (material) =>
  ASKS_WHO.test(material.request.text) ? whoSaid(material) : statementsOf(material)

/** The statement that is asked about, with its speaker. */
const whoSaid = (material: Material): Draft[] => answer(material, { needsPredicate: false })

/** What somebody said on something; nothing where they said nothing on it. */
function statementsOf(material: Material): Draft[] {
  const { request, evidence, question } = material
  const scale = scaleOf(question)
  const speaker = new Set(analyse(request.subject, question.language))
  const isSpeaker = (name: string | null) =>
    name !== null &&
    analyse(name, question.language).some(
      (term) =>
        speaker.has(term) || [...speaker].some((one) => (scale.related.get(one)?.get(term) ?? 0) >= 0.6),
    )
  const onTopic = scale.concepts.filter(({ term }) => !speaker.has(term))
  const topic = { ...scale, concepts: onTopic, roles: null }
  const own = evidence
    .map((sentence) => ({ sentence, speaker: speakerIn(sentence) }))
    .filter(({ speaker: name }) => isSpeaker(name))
  const names = new Map(
    own.map(({ sentence, speaker: name }) => [sentence.start + sentence.passage.document, name]),
  )
  const weighed = weighAll(
    topic,
    own.map(({ sentence }) => sentence),
  ).filter(({ support }) => onTopic.length === 0 || support.whole >= LEAST_SUPPORT)
  if (weighed.length === 0) {
    // Whoever is no speaker by a name may be one by what they are called: "the two governments".
    const isHeld = ({ terms }: Evidence) =>
      [...speaker].every(
        (term) =>
          terms.has(term) ||
          [...(scale.related.get(term) ?? [])].some(([other, share]) => share >= 0.7 && terms.has(other)),
      )
    const isNamed = scale.concepts.some(({ term, isName }) => isName && speaker.has(term))
    return isNamed ? [] : answer({ ...material, evidence: evidence.filter(isHeld) })
  }
  const chosen = chooseDiverse(
    weighed.map(({ sentence, value }) => ({ sentence, score: value })),
    { most: request.form.points ?? POINTS },
  )
  return chosen.map((sentence) => {
    const name = names.get(sentence.start + sentence.passage.document)
    return draftOf(sentence, name ? { speaker: name } : {})
  })
}
