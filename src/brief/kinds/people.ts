/** Who is who: each person that documents introduce, by the sentence that says best who they are. */
import type { Draft } from '../writer.ts'
import { draftOf } from './drafts.ts'
import type { Material } from './material.ts'
import { documentsOn, type Sentence } from './subject.ts'

const MOST = 12
const NAME = String.raw`\p{Lu}[\p{L}’'-]{1,40}(?: (?:de|van|von|al|bin|del|la))?(?: \p{Lu}[\p{L}’'-]{1,40}){1,3}`
const ROLE =
  'mayor|minister|president|chief|chair(?:man|woman|person)?|chairs|director|secretary|leader|leads|head|spokes(?:man|woman|person)|judge|general|professor|economist|analyst|deputy|governor|senator|officer|founder|author|owner|manager|mediator|commissioner|ambassador|chancellor|king|queen|captain|coach|doctor|Dr|lawyer|geographer|historian|scientist|astronomer|engineer|inspector|editor|member|councillor|candidate|envoy|postman|champion|curator|researcher|farmer|pilot|teacher|nurse|surgeon'
const BEFORE = new RegExp(String.raw`\b(?:${ROLE})\b[\p{L} ’'-]{0,25}?,? (?<name>${NAME})`, 'giu')
const AFTER = new RegExp(
  String.raw`(?<name>${NAME}),? (?:of |who |the |an? |its |their |\p{Ll}{1,30} )[^.;]{0,60}`,
  'gu',
)
const HAS_ROLE = new RegExp(String.raw`\b(?:${ROLE})\b`, 'iu')

/** One point for each person, those of whom most is said first; the label is the name. */
export async function peopleIn(material: Material): Promise<Draft[]> {
  const { documents } = await documentsOn({ ...material, subject: '' })
  const found = new Map<string, { sentence: Sentence; score: number; count: number }>()
  for (const sentence of documents.flatMap(({ sentences }) => sentences))
    for (const { name, score } of introducedIn(sentence.text)) {
      const key = name.split(' ').at(-1) ?? name
      const known = found.get(key)
      const count = (known?.count ?? 0) + 1
      if (!known || score > known.score) found.set(key, { sentence, score, count })
      else known.count = count
    }
  const people = [...found].filter(([, { score }]) => score >= 1).toSorted((a, b) => b[1].count - a[1].count)
  const shown = new Map<Sentence, string[]>()
  for (const [name, { sentence }] of people) shown.set(sentence, [...(shown.get(sentence) ?? []), name])
  return [...shown]
    .slice(0, MOST)
    .map(([sentence, names]) => draftOf({ ...sentence, leans: false }, { label: names.join(', ') }))
}

/** The people that a sentence introduces; 2 where it says what they are, 1 where a role stands in it. */
function introducedIn(text: string): { name: string; score: number }[] {
  const people = new Map<string, number>()
  const add = (name: string | undefined, score: number) => {
    if (name?.includes(' ')) people.set(name, Math.max(people.get(name) ?? 0, score))
  }
  for (const { groups } of text.matchAll(BEFORE)) add(nameOf(groups?.name), 2)
  for (const { 0: said, groups } of text.matchAll(AFTER)) add(groups?.name, HAS_ROLE.test(said) ? 2 : 0.5)
  return [...people].map(([name, score]) => ({ name, score }))
}

/** Matched without case: a name is what is capitalised. */
const nameOf = (name: string | undefined) =>
  name
    ?.split(' ')
    .filter((part) => /^\p{Lu}/u.test(part))
    .join(' ')
