/** The words with which a language reports what somebody says, ready to be looked up. */
import { anyOf } from '../../languages/all.ts'
import { en } from '../../languages/en.ts'
import { languages } from '../../languages/index.ts'
import type { LanguageRules } from '../../languages/rules.ts'
import type { SpeechRules } from '../../languages/speech-rules.ts'
import { phrasesOf, wordsOf } from '../../languages/words.ts'

export type Reporting = ReturnType<typeof compile>

const set = (...words: (string | null | undefined)[]) => new Set(words.flatMap((list) => wordsOf(list ?? '')))
const byFirst = (phrases: string) => Map.groupBy(phrasesOf(phrases).map(wordsOf), ([first]) => first ?? '')
const VIEWS = anyOf(({ speech }) => speech?.grammar?.view?.nouns)

function compile(speech: SpeechRules, { names, sentences }: LanguageRules) {
  const grammar = speech.grammar ?? {}
  const before = byFirst(speech.before)
  return {
    grammar,
    elision: sentences?.elisions && new RegExp(`^(?:${sentences.elisions.source})['’](?=\\p{L})`, 'iu'),
    hasParticles: Boolean(names?.particles),
    verbs: set(speech.verbs),
    weak: set(speech.weak),
    judging: set(speech.judging?.verbs),
    passives: set(speech.judging?.passives),
    phrasal: byFirst(speech.phrasal ?? ''),
    participles: set(speech.participles),
    pronouns: set(speech.pronouns),
    that: set(speech.that),
    between: set(speech.between),
    before,
    after: set(speech.after),
    /** All that a look at a word may stop at. */
    stops: set(
      verbsOf(speech),
      speech.participles,
      speech.after,
      grammar.view?.lead,
      [...before.keys()].join(' '),
    ),
    articles: set(speech.articles),
    prepositions: set(speech.prepositions),
    function: set(speech.function, speech.prepositions, speech.between, speech.that, speech.articles),
    joints: set(speech.joints),
    and: speech.and,
    commons: set(speech.commons, speech.articles, speech.prepositions, speech.function),
    nouns: set(speech.nouns),
    titles: set(speech.titles),
    titleEnds: speech.titleEnds,
    bodies: set(speech.bodies),
    isVerbFirst: speech.isVerbFirst ?? false,
    objects: set(grammar.object),
    addressing: set(grammar.addressing),
    relatives: set(grammar.relatives),
    documents: set(grammar.documents?.nouns),
    authors: set(grammar.documents?.prepositions),
    articlesOfRoles: set(grammar.articles?.ofRoles),
    articlesOfNouns: set(grammar.articles?.ofNouns),
    namesWithArticles: set(grammar.articles?.exceptions),
    view: grammar.view && new RegExp(`^(?:${grammar.view.nouns.source})$`),
    cue: cueOf(speech),
  }
}

/** All verbs, the first words of those that have two among them. */
const verbsOf = ({ verbs, weak, judging, phrasal = '' }: SpeechRules) =>
  [verbs, weak, judging?.verbs, ...byFirst(phrasal).keys()].join(' ')

/** Most sentences report nothing: one look tells. */
function cueOf(speech: SpeechRules): RegExp {
  const { before, after = '', participles = '' } = speech
  const words = [...wordsOf(`${verbsOf(speech)} ${participles}`), ...phrasesOf(before), ...phrasesOf(after)]
  return new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})|['’]s? (?:${VIEWS})(?!\\p{L})`, 'iu')
}

const ENGLISH = compile(en.speech, en)
const REPORTING = new Map(
  Object.entries<LanguageRules>(languages).flatMap(([code, rules]) =>
    rules.speech ? [[code, compile(rules.speech, rules)] as const] : [],
  ),
)

/** How a language, ISO 639-1, reports speech; one without rules is read as English. */
export const reportingOf = (language: string): Reporting => REPORTING.get(language) ?? ENGLISH
