/** Quotations on a topic: what is said, by whom, where and when. */
import type { Quotations } from '../ledger/entry.ts'
import type { Language } from '../locales/language.ts'
import type { Cited, Entry, Reply } from './block.ts'
import { turns } from './corpus.ts'
import { scopeWords } from './scope.ts'
import { actions, heading, joined, lines, outside, small, text, told } from './words.ts'

const PER_PAGE = 5

const silent = (speaker: string, language: Language) =>
  told(language, 'quotations.silent', { speaker: [outside(speaker, { as: 'name' })] })

/** All of them, or one page, counted from 0; a page that does not exist is the nearest one that does. */
export function quotationsReply(entry: Quotations, language: Language, page?: number): Reply {
  const { id, topic, scope, quotations, others } = entry
  const pages = Math.max(1, Math.ceil(quotations.length / PER_PAGE))
  const shown = page === undefined ? undefined : Math.min(Math.max(page, 0), pages - 1)
  const all = quotations.map(
    ({ quote, document, speaker }, at): Cited => ({
      number: at + 1,
      quote,
      document,
      documentNumber: 0,
      speaker,
    }),
  )
  const here = shown === undefined ? all : all.slice(shown * PER_PAGE, (shown + 1) * PER_PAGE)
  const about = joined([outside(topic, { as: 'question' })], '')
  const isEmpty = all.length === 0
  return {
    id,
    tone: isEmpty ? 'nothing' : 'answer',
    head: [
      heading(...told(language, 'quotations.head', { topic: about.length > 0 ? about : '…' })),
      ...lines(small(...scopeWords(scope, language))),
    ],
    body: isEmpty
      ? [
          text(
            ...(others && scope.speaker
              ? silent(scope.speaker, language)
              : told(language, 'quotations.none')),
          ),
        ]
      : [{ kind: 'entries', most: PER_PAGE, entries: here.map(statement) }],
    foot:
      isEmpty || shown === undefined
        ? []
        : [small(language.say('quotations.page', { page: shown + 1, pages, count: all.length }))],
    actions: isEmpty ? [] : [...turns('page', shown ?? 0, pages), ...actions('dossier')],
    quotations: here,
    file: 'quotations.md',
  }
}

const statement = (cited: Cited): Entry => ({
  title: [],
  said: [],
  quotations: [cited],
  shows: 'statements',
})
