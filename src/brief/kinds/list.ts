/** A list: the items that sentences announce ("three conditions:"), else the sentences that each hold an item. */
import { readAll } from '../../search/rank.ts'
import { evidenceOf } from '../evidence.ts'
import type { Draft } from '../writer.ts'
import { draftOf } from './drafts.ts'
import { answer } from './lookup.ts'
import type { Compose, Material } from './material.ts'
import { peopleIn } from './people.ts'
import { documentsOn, type Sentence } from './subject.ts'

const PASSAGES = 20
const MOST = 10
/** An announcement holds so much of what is asked. */
const LEAST_SUPPORT = 0.45
const COUNT =
  '(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|these|the following|certain|other|new|further|\\d{1,2})'
const KIND_OF_ITEM =
  /\b(?:demands?|conditions?|terms|measures?|steps?|reasons?|points?|arguments?|proposals?|requirements?|changes?|goals?|aims?|causes?|options?|promises?|strings|rules?|concessions?|questions?|risks?|ways?|tools?|parts?|objections?|doubts?)\b/iu
const ANNOUNCES = new RegExp(
  `\\b(?:${COUNT}\\s{1,9}(?:[\\p{L}-]{1,40}\\s{1,9}){0,2})?(?:demands|conditions|terms|measures|steps|reasons|points|arguments|proposals|requirements|changes|goals|aims|causes|options|promises|strings|rules|concessions|questions|risks|ways|tools|objections)\\b`,
  'iu',
)
const WHO = /\bwho(?:'s| is| are)\b|\b(?:people|persons|actors|players|protagonists|names(?! of)|figures)\b/iu

export const list: Compose = async (material) => {
  const { request } = material
  if (
    WHO.test(request.text) &&
    !/\bwho (?:is|are) (?:the )?\p{L}{1,30} (?:of|that|who)\b/iu.test(request.text)
  ) {
    const people = await peopleIn(material)
    if (people.length >= 3) return people
  }
  const announced = await itemsAnnounced(material)
  if (announced.length > 0) return announced
  const most = request.form.points ?? MOST
  return answer(await asQuestion(material), { most, close: 0.45, prefers: enumerates })
}

/** Asked again as a question: "what China gets from Russia" of "list what China gets from Russia". */
async function asQuestion(material: Material): Promise<Material> {
  const { request, search, filter } = material
  if (/^\s{0,9}(?:in |to |with |by )?(?:what|which|who)\b/iu.test(request.text)) return material
  const subject = request.subject.replace(/^(?:what|things?|all|that|which|who)\s{1,9}(?:that\s{1,9})?/iu, '')
  const read = readAll(await search(`what does ${subject}?`, filter, PASSAGES))
  return { ...material, question: read.question, evidence: evidenceOf(read.hits) }
}

/** More for a sentence that enumerates. */
const enumerates = (text: string) => (/,.{0,300}(?:,| and | or )|: .{0,300},/u.test(text) ? 1.15 : 1)

/** The items behind the sentence that announces what is asked for, or that sentence where it holds them itself. */
export async function itemsAnnounced(material: Material): Promise<Draft[]> {
  const { text, subject } = material.request
  const { documents } = await documentsOn({ ...material, subject: subject || text })
  const head = KIND_OF_ITEM.exec(text)?.[0]?.toLowerCase().replace(/s$/u, '')
  const found = documents
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) => sentence.support.whole >= LEAST_SUPPORT && announces(sentence, head))
    .map((sentence) => ({ sentence, items: itemsAfter(sentence) }))
    .filter(({ items }) => items.length > 0)
    .toSorted((a, b) => scoreOf(b.sentence, head) - scoreOf(a.sentence, head))
  const [best] = found
  return best ? best.items.map((item) => draftOf(item)) : []
}

const BEFORE_ITEMS = /[:：]$/u
/** What is called by one of these is called by another. */
const ALIKE = [
  'demand condition term requirement string',
  'reason argument cause ground',
  'measure step change',
  'risk problem danger',
  'goal aim purpose',
].map((words) => words.split(' '))

const holds = (text: string, head: string | undefined) =>
  head !== undefined &&
  (ALIKE.find((words) => words.includes(head)) ?? [head]).some((word) => text.toLowerCase().includes(word))

/** Whether items of what is asked for follow a sentence, or stand in it: it ends so, or names what they are. */
const announces = ({ text }: Sentence, head: string | undefined): boolean =>
  BEFORE_ITEMS.test(text) || (ANNOUNCES.test(text) && holds(text, head))

const scoreOf = ({ support, text, document }: Sentence, head: string | undefined) =>
  support.whole +
  0.5 * support.own +
  0.2 * document.weight +
  (/:(?:\s|$)/u.test(text) ? 0.15 : 0) +
  (holds(text, head) ? 0.3 : 0)

function itemsAfter(sentence: Sentence): Sentence[] {
  if (BEFORE_ITEMS.test(sentence.text)) return itemsBelow(sentence)
  if (/:\s{1,9}\S[^"“]{0,300}[,;]/u.test(sentence.text)) return [sentence]
  return sentence.document.sentences.filter(
    ({ paragraph, place }) => paragraph === sentence.paragraph && place > sentence.place,
  )
}

/** An item begins in upper or lower case, and closes with a mark or not: all of a list do it alike. */
const formOf = ({ text }: Sentence) => `${/^\p{Ll}/u.test(text)} ${/[.;!?。；]["”’»]?$/u.test(text)}`

/** The paragraphs below a colon, as far as they have the form of the first; one alone is no list. */
function itemsBelow({ document, place, paragraph }: Sentence): Sentence[] {
  const below = document.sentences.filter((one) => one.place > place)
  const inside = below.filter((one) => one.paragraph === paragraph)
  if (inside.length > 0) return inside
  const items: Sentence[] = []
  for (const [first, ...rest] of Map.groupBy(below, (one) => one.paragraph).values()) {
    if (!first || rest.length > 1 || formOf(first) !== formOf(items[0] ?? first)) break
    items.push(withRest(first, rest))
  }
  return items.length > 1 ? items : []
}

const withRest = (first: Sentence, [second]: Sentence[]): Sentence =>
  second && second.passage === first.passage ? { ...first, end: second.end } : first
