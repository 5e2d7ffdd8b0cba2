/** Who said what: only the statements of the one who is asked about, or who made the statement that is asked about. */
import { analyse } from '../../text/analysis.ts'
import type { Evidence } from '../evidence.ts'
import { speakerOfEvidence } from '../speaker.ts'
import type { Draft } from '../writer.ts'
import { chooseDiverse } from './choose.ts'
import { draftsOf } from './drafts.ts'
import { answer, answers } from './lookup.ts'
import type { Compose, Material } from './material.ts'
import { documentsOn } from './subject.ts'
import { scaleOf, weighAll } from './weigh.ts'

const POINTS = 5
const LEAST_SUPPORT = 0.34
/** What is said as well has this share of the best one's value. */
const CLOSE = 0.7
/** Not only who speaks, or when: a statement on something else is no answer. */
const NAMES_TOPIC =
  /\b(?:about|on|of|regarding|concerning|over|against|to|that|whether|if)\s+\S|^\s{0,9}(?:and |but )?(?:did|does|do|has|have|is|was)\b/iu
const ASKS_WHO = /^\s{0,9}(?:and |but )?(?:who|whom|whose)\b/iu
const RELATIVE =
  /(?<name>\p{Lu}[\p{L}’'-]{1,40}(?: \p{Lu}[\p{L}’'-]{1,40}){1,3}), who (?:said|says|added|argued|argues|warned|thinks|believes|insisted|claimed|claims|wrote|told|called|calls|denied|denies)\b/u
const GROUP =
  /\b(?<name>(?:the |both |many |some |most )?(?:two |\p{L}{1,30} ){0,2}(?:governments?|officials?|analysts?|critics|supporters|opponents|experts|sources|plaintiffs|campaigners|residents|workers|diplomats|lawyers|ministry|authority|union|group|court|council|company|party|agency|office|police|engineers|economists|leaders|capitals|sides|countries))\b[^.]{0,60}\b(?:say|says|said|describe|describes|call|calls|called|argue|argues|argued|deny|denies|denied|reject|rejects|warn|warned|fear|told|criticised|hold|holds|claim|claims)\b/iu

/** Who says it, by name or as a group. */
export const speakerIn = (sentence: Evidence): string | null =>
  speakerOfEvidence(sentence) ??
  RELATIVE.exec(sentence.text)?.groups?.name ??
  GROUP.exec(sentence.text)?.groups?.name ??
  null

export const said: Compose = (material) =>
  ASKS_WHO.test(material.request.text) ? whoSaid(material) : statementsOf(material)

/** The statement that is asked about, with its speaker: who that is may stand in the sentences around it. */
function whoSaid(material: Material): Draft[] {
  const { question, evidence } = material
  const scale = { ...scaleOf(question), expected: null, roles: null, wantsDoer: false }
  const spoken = weighAll(scale, evidence)
    .map((one) => ({ ...one, speaker: speakerIn(one.sentence) }))
    .filter(({ support, speaker }) => speaker !== null && answers(support))
  const [best] = spoken
  if (!best) return answer(material, { needsPredicate: false })
  const chosen = chooseDiverse(
    spoken
      .filter(({ value }) => value >= CLOSE * best.value)
      .map(({ sentence, value }) => ({ sentence, score: value })),
    { most: material.request.form.points ?? POINTS },
  )
  return draftsOf(chosen, (sentence) => ({ speaker: speakerIn(sentence) ?? '' }))
}

/** All sentences of the documents on whoever is asked about, and those that the question found. */
async function sentencesWith(material: Material): Promise<Evidence[]> {
  const { documents } = await documentsOn({ ...material, subject: material.request.subject })
  const placeOf = ({ passage, start }: Evidence) => `${passage.document}\n${start}`
  const found = [...material.evidence, ...documents.flatMap(({ sentences }) => sentences)]
  return [...new Map(found.toReversed().map((one) => [placeOf(one), one])).values()]
}

/** What somebody said on something; nothing where they said nothing on it. */
async function statementsOf(material: Material): Promise<Draft[]> {
  const { request, question } = material
  const evidence = await sentencesWith(material)
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
  ).filter(({ support }) => !NAMES_TOPIC.test(request.text) || support.whole >= LEAST_SUPPORT)
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
  return draftsOf(chosen, (sentence) => {
    const name = names.get(sentence.start + sentence.passage.document)
    return name ? { speaker: name } : {}
  })
}
