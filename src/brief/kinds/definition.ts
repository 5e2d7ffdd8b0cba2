/** What something is, or who somebody is: the sentence that introduces it, then what is said of it. */
import { analyse } from '../../text/analysis.ts'
import type { Evidence } from '../evidence.ts'
import type { Draft } from '../writer.ts'
import { draftOf } from './drafts.ts'
import { answer } from './lookup.ts'
import type { Compose, Material } from './material.ts'
import { newestVersion } from './newest.ts'
import { scaleOf, weighAll } from './weigh.ts'

const LEAST_WHOLE = 0.6

const plain = (text: string) => text.replaceAll(/[’‘]/gu, "'").replaceAll(/[“”]/gu, '"')

/** The forms in which English introduces a thing by its name, the plainest first. */
function introductions(name: string): RegExp[] {
  // "Weir Keepers' Association (WKA)": the words before the brackets have its letters.
  if (/^\p{Lu}{2,8}$/u.test(name))
    return [
      new RegExp(
        `${[...name].map((letter) => `\\b${letter}[\\p{L}’']{1,30}`).join(`(?:['’]s?)?(?: (?:of|and|for|the|in))* `)}['’]? \\(${name}\\)`,
        'u',
      ),
      new RegExp(`\\b\\p{Lu}[^().]{3,80} \\(${name}\\)`, 'u'),
    ]
  const it = `${RegExp.escape(name)}s?`
  return [
    new RegExp(
      `\\([^)]*\\b${it}\\b[^)]*\\)|\\b${it}\\b \\([^)]+\\)|(?:known as|called|named|dubbed|termed) (?:the |an? )?["']?${it}\\b`,
      'iu',
    ),
    new RegExp(
      `\\b${it}\\b,? (?:is|are|was|were) (?:an? |the |one of )|\\b${it}\\b, (?:an? |the |which |who |whose |its |\\p{Ll}{1,30} )|\\b${it}\\b (?:that|which|who) `,
      'iu',
    ),
    new RegExp(
      `\\b(?:opposition|company|union|group|party|authority|port|agency|leader|president|minister|mayor|chief executive|director|judge|firm|court|treaty|organisation|programme|project|district|river|village|town|region) ${it}\\b`,
      'iu',
    ),
  ]
}

/** Whether a question asks who holds a role: "who is the harbour master?" */
export const asksForHolder = ({ request }: Material): boolean =>
  /^\p{Ll}/u.test(request.subject) && /^\s{0,9}(?:and )?who\b/iu.test(request.text)

export const definition: Compose = (material) => {
  const { request, evidence, question } = material
  const name = plain(request.subject)
  if (name === '') return []
  const forms = introductions(name)
  const terms = analyse(name, question.language)
  const scale = scaleOf(question)
  const concepts = scale.concepts.filter(({ term }) => terms.includes(term))
  const weighed = weighAll({ ...scale, concepts, roles: null, expected: null }, evidence).filter(
    ({ support }) => support.whole >= LEAST_WHOLE,
  )
  const holds = weighed.filter(({ sentence }) => terms.every((term) => sentence.terms.has(term)))
  if (holds.length === 0) return []
  const rankOf = ({ text }: Evidence) => {
    const at = forms.findIndex((form) => form.test(plain(text)))
    return at < 0 ? forms.length : at
  }
  const ranked = holds.toSorted(
    (a, b) => rankOf(a.sentence) - rankOf(b.sentence) || dateOf(a.sentence).localeCompare(dateOf(b.sentence)),
  )
  const [first] = ranked
  if (!first) return []
  const { newest, versions } = newestVersion(first.sentence, material)
  const answered = answer(material)
  const isOther = ({ citations }: Draft) =>
    citations.every(
      ({ document, start, end }) =>
        document !== newest.passage.document || end <= newest.start || start >= newest.end,
    )
  return [
    draftOf(newest),
    ...answered.filter((draft) => isPoint(draft) && isOther(draft)).slice(0, 3),
    ...versions,
    ...answered.filter((draft) => draft.kind === 'disagreement' || (!isPoint(draft) && isOther(draft))),
  ]
}

const isPoint = ({ kind = 'point' }: Draft) => kind === 'point'

const dateOf = ({ passage }: Evidence) => passage.date ?? ''

/** Whoever holds a role: a name beside the words of the role, all of them. */
export function holderOf(material: Material): Draft[] {
  const { request, evidence, question } = material
  const scale = scaleOf(question)
  const role = analyse(request.subject, question.language)
  const weighed = weighAll({ ...scale, roles: null }, evidence).filter(({ sentence }) => {
    const { tokens } = sentence
    const places = role.map((term) => tokens.findIndex((token) => scale.match(term, token) >= 0.75))
    if (places.some((at) => at < 0)) return false
    const [low, high] = [Math.min(...places), Math.max(...places)]
    if (high - low > role.length + 4) return false
    return tokens
      .slice(Math.max(0, low - 4), high + 5)
      .some(
        ({ word, term, isStopWord }, at, near) =>
          /^\p{Lu}/u.test(word) &&
          !isStopWord &&
          !role.some((one) => scale.match(one, near[at] ?? (tokens[0] as never)) > 0) &&
          !role.includes(term),
      )
  })
  const [best] = weighed
  return best ? [draftOf(best.sentence)] : []
}
