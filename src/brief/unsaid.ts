/** The words of a question that stand in none of the quotations: what the answer does not speak of. */

import type { DocumentInfo, Span } from '../document.ts'
import { nearness } from '../search/features.ts'
import type { Question } from '../search/question.ts'
import type { ReadPassage } from '../search/reading.ts'
import { analyse, type Token, tokenise } from '../text/analysis.ts'
import type { Quote } from './briefing.ts'

const MAX_UNSAID = 5
/** A plain word is rare when it has this share of the weight of one that stands in a single passage … */
const RARE = 0.7
/** … and counts when it holds so much of the question's weight: most others only word the question differently. */
const SHARE = 0.25

/** Words of questions that name nothing, wherever they stand; stop words are left out already. */
const LIGHT: Record<string, string> = {
  en: 'happen think say tell mean explain describe discuss know believe gain get give take make want need try use help work call like look show find go come become seem start stop change cause affect involve include consist relate concern regard compare differ happen important main major key best different difference many much kind type sort way thing reason role purpose effect impact benefit advantage disadvantage problem issue question answer example fact detail information summary summarise summarize overview news latest recent recently current currently today now briefing brief please name list people person someone thing year day time number amount win run move serve sit live play become lead provide contribute register hold keep put turn bring begin create write set meet pay refer represent require allow follow develop produce receive entity organization organisation event official group member part place area term word title large big small good bad high low long old other hurt share outside prior else besides mainly previously considered movie film goal face agree buy sell',
  de: 'passieren geschehen denken sagen erklären beschreiben wissen glauben gewinnen bekommen geben machen wollen brauchen bedeuten heißen wichtig Grund Art Weise Rolle Folge Vorteil Nachteil Problem Frage Antwort Beispiel Überblick Neuigkeiten aktuell heute bitte nennen Leute Menschen Jahr Tag Zeit Zahl viel',
  es: 'pasar pasa ocurrir ocurre suceder pensar piensa decir dice dijo explicar explica describir saber creer ganar gana dar hacer hace querer necesitar significar significa importante razón tipo papel efecto ventaja problema pregunta respuesta ejemplo resumen noticias reciente actual hoy favor gente persona año día tiempo número cosa nombre llamar',
  fr: 'passer passe arriver arrive penser pense dire dit expliquer décrire savoir croire gagner gagne donner faire fait vouloir falloir signifier signifie important raison type rôle effet avantage problème question réponse exemple résumé nouvelles récent actuel aujourd hui gens personne année jour temps nombre',
  ru: 'происходит произошло случилось думает думать говорит сказал объяснить объясни описать знать считать получает получить дать делать хочет нужно значит означает важный причина вид роль последствия выгода преимущество проблема вопрос ответ пример обзор новости последние сегодня пожалуйста люди человек год день время число назовите перечислите приведите чей чья чьи называется звали',
  zh: '发生 认为 说 表示 解释 描述 知道 相信 获得 得到 给 做 想 需要 意味 重要 原因 类型 作用 影响 好处 问题 回答 例子 总结 新闻 最近 目前 今天 请 人 年 天 时间 数量',
}
/** A Chinese word that holds a question word. */
const CHINESE_QUESTION = /[谁哪几何吗]|多少|什么|怎/u
/** Between two words of one name. */
const LINK = /^\s+(?:(?:of|of the|de|del|de la|la|von|van|der|du|des|al)\s+)?$|^[-–\s]+$/u

const lightTerms = new Map<string, Set<string>>()
function lightTermsOf(language: string): Set<string> {
  const known = lightTerms.get(language)
  if (known) return known
  const made = new Set(analyse(Object.hasOwn(LIGHT, language) ? (LIGHT[language] ?? '') : '', language))
  lightTerms.set(language, made)
  return made
}

const CHOICE = /^(?:what|which|whose|welche\p{L}*|qué|cuál(?:es)?|quel(?:le)?s?|как\p{L}{2,3}|哪个)$/iu

const isNumber = ({ word }: Token) => /^\p{N}/u.test(word)
const isPlain = (token: Token) => !isNumber(token) && !isCapital(token)
const isCapital = ({ word }: Token) => /^\p{Lu}/u.test(word)

/** Whether a term or a near form of it stands among others. */
const isAmong = (term: string, others: ReadonlySet<string>) =>
  others.has(term) || others.values().some((other) => nearness(term, other) > 0)

/** The names, numbers and rare words of a question: rare as its corpus has it, where it has them. */
function meaningful(
  tokens: Token[],
  { weights, totalWeight, passages }: Question,
  language: string,
): Token[] {
  const light = lightTermsOf(language)
  const highest = Math.log(1 + (passages - 0.5) / 1.5)
  return tokens.filter((token, at) => {
    if (token.isStopWord || CHINESE_QUESTION.test(token.word)) return false
    // German writes all nouns with a capital.
    if (isNumber(token) || (at > 0 && language !== 'de' && isCapital(token))) return true
    // "Which party": the word says what is looked for.
    if (light.has(token.term) || CHOICE.test(tokens[at - 1]?.word ?? '')) return false
    const weight = weights.get(token.term) ?? 0
    return weight >= RARE * highest && weight >= SHARE * totalWeight
  })
}

/** Neighbouring words as one entry, as they were typed, each entry once; a name whose last word it is, as a whole. */
function joined(text: string, tokens: Token[], unsaid: Token[]): string[] {
  const words = tokens.filter(({ isStopWord }) => !isStopWord)
  const isLinked = (before: Span, after: Span) => LINK.test(text.slice(before.end, after.start))
  const spans: (Span & { isPlain: boolean })[] = []
  // "India buy" are two.
  const isNext = (token: Token, last: (typeof spans)[number] | undefined) =>
    last !== undefined && last.isPlain === isPlain(token) && isLinked(last, token)
  for (const token of unsaid) {
    let first = words.indexOf(token)
    for (let before = words[first - 1]; isCapital(token) && before; before = words[first - 1]) {
      if (!isCapital(before) || !isLinked(before, words[first] ?? token)) break
      first -= 1
    }
    const start = words[first]?.start ?? token.start
    const last = spans.at(-1)
    const isOne = isNext(token, last) || (last && start < last.end)
    if (last && isOne) last.end = token.end
    else spans.push({ start, end: token.end, isPlain: isPlain(token) })
  }
  return [...new Set(spans.map(({ start, end }) => text.slice(start, end)))].slice(0, MAX_UNSAID)
}

/**
 * The names, numbers and rare words of a question, as typed, that stand in no quotation and no title of a document
 * quoted, at most five. Empty when the documents are in another language than the question: words cannot be compared.
 */
export function unsaidIn(question: Question, quotes: Quote[], documents: DocumentInfo[]): string[] {
  const { language } = question
  if (documents.length === 0 || documents.some((document) => document.language !== language)) return []
  const said = new Set(
    [...quotes, ...documents.map(({ title }) => ({ text: title }))].flatMap(({ text }) =>
      analyse(text, language),
    ),
  )
  const tokens = tokenise(question.text, language)
  const unsaid = meaningful(tokens, question, language).filter(({ term }) => !isAmong(term, said))
  return joined(question.text, tokens, unsaid)
}

/**
 * The same of a question that the corpus does not answer: what stands in no passage of the collections.
 * @param near the passages that came nearest
 */
export function unknownIn(question: Question, near: ReadPassage[]): string[] {
  const { language } = question
  if (!near.some(({ passage }) => passage.language === language)) return []
  const held = new Set(near.flatMap(({ terms, titleTerms }) => [...terms, ...titleTerms]))
  const tokens = tokenise(question.text, language)
  const isUnknown = ({ term }: Token) => (question.frequencies.get(term) ?? 0) === 0 && !isAmong(term, held)
  return joined(question.text, tokens, meaningful(tokens, question, language).filter(isUnknown))
}
