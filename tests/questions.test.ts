/** A question is read once: its kind, its subject, its time, who does what in it, and what it takes over. */
import { describe, expect, test } from 'vitest'
import { glossaryOf } from '../src/languages/glossary/index.ts'
import type { Kind } from '../src/languages/questions/kind.ts'
import { expectedOf } from '../src/question/expected.ts'
import { followUp } from '../src/question/follow.ts'
import { glossesOf } from '../src/question/gloss.ts'
import { relatedTerms } from '../src/question/related.ts'
import { readRequest, withApostrophes } from '../src/question/request.ts'
import { rolesIn } from '../src/question/roles.ts'
import { translate } from '../src/question/translate.ts'
import { tokenise } from '../src/text/analysis.ts'
import { daysIn } from '../src/text/dates.ts'

const NOW = new Date('2026-11-28T12:00:00Z')
const read = (text: string, language = 'en') => readRequest(text, { language, now: NOW })

describe('the kind of a question', () => {
  test.each<[Kind, string, string]>([
    ['summary', 'en', 'give me an overview of the ferry dispute'],
    ['summary', 'en', 'tl;dr'],
    ['comparison', 'en', 'pros and cons of the tunnel'],
    ['timeline', 'en', 'timeline of the otter census'],
    ['timeline', 'en', 'what happened on 3 May?'],
    ['list', 'en', 'list the demands of the keepers'],
    ['said', 'en', 'what did the warden say about the flood?'],
    ['why', 'en', 'why was the weir closed?'],
    ['definition', 'en', 'what is a weir?'],
    ['yesno', 'en', 'did the council close the weir?'],
    ['help', 'en', 'hello'],
    ['lookup', 'en', 'how many otters were counted?'],
    ['list', 'en', 'which three things did the keepers ask for?'],
    ['list', 'en', 'what do the keepers want? all points please'],
    ['comparison', 'en', 'what are the upsides and downsides of the tunnel?'],
    ['definition', 'en', 'WKA stands for what'],
    ['timeline', 'en', 'how did the strike go, step by step?'],
    ['help', 'en', 'which questions can you answer?'],
    ['summary', 'de', 'Zusammenfassung über den Streit'],
    ['why', 'fr', 'pourquoi le barrage est-il fermé ?'],
    ['timeline', 'es', 'cronología de la huelga'],
    ['said', 'ru', 'что сказал мэр о забастовке'],
    ['why', 'zh', '水坝为什么关闭？'],
  ])('%s (%s): %s', async (kind, language, text) => {
    expect((await read(text, language)).kind).toBe(kind)
  })

  test('said outright is taken, whatever the words are', async () => {
    expect((await readRequest('otters', { language: 'en', now: NOW, kind: 'timeline' })).kind).toBe(
      'timeline',
    )
  })
})

test('the subject has nothing of what only instructs', async () => {
  expect((await read('please give me a short summary of the otter census in three points')).subject).toBe(
    'otter census',
  )
  expect((await read('please give me a short summary of the otter census in three points')).form).toEqual({
    points: 3,
  })
  expect((await read('what are the key takeaways?')).subject).toBe('')
})

test('contractions are read without their apostrophe', () => {
  expect(withApostrophes('whats going on, and why doesnt it stop?', 'en')).toBe(
    "what's going on, and why doesn't it stop?",
  )
  expect(withApostrophes('its weirs and otters', 'en')).toBe('its weirs and otters')
})

test('a time is read against the day of the question', async () => {
  expect((await read('what did the council decide this week?')).frame).toMatchObject({
    from: '2026-11-21',
    isRelative: true,
  })
  expect((await read('what happened on 3 May?')).frame).toMatchObject({
    from: '2026-05-03',
    to: '2026-05-03',
    isPoint: true,
  })
  expect((await read('what is the latest on the weir?')).frame).toMatchObject({ isLatest: true })
})

test('a weekday in a document is the one before its publication', async () => {
  expect(await daysIn('She resigned on Monday.', 'en', '2026-10-13')).toMatchObject([{ from: '2026-10-12' }])
  expect(await daysIn('It was flooded in 1998.', 'en', '2026-10-13')).toMatchObject([
    { from: '1998-01-01', precision: 'year' },
  ])
})

test('who does what to whom is told in the active and in the passive', () => {
  expect(rolesIn('what does the mill sell to the harbour?')).toMatchObject({
    agent: ['mill'],
    verb: 'sell',
    asks: 'patient',
  })
  expect(rolesIn('by whom was the letter written?')).toMatchObject({
    patient: ['letter'],
    verb: 'write',
    asks: 'agent',
  })
  expect(rolesIn('the mill')).toBeNull()
})

test('what an answer has to hold is told by the words that ask', () => {
  expect(expectedOf('how old is the warden?')).toEqual({ type: 'age' })
  expect(expectedOf('how much did the weir cost?')).toEqual({ type: 'money' })
  expect(expectedOf('how many otters were counted?')).toMatchObject({ type: 'count' })
})

test.each([
  ['what does Norway gain?', 'and Sweden?', 'what does Sweden gain?'],
  ['what did the flood cost the mill?', 'and the harbour?', 'what did the flood cost the harbour?'],
  ['when did Marsh leave Oslo?', 'where did he go?', 'where did Marsh go?'],
  ['what does the union demand?', 'and what did it get?', 'and what did the union get?'],
  ['what does Norway gain?', 'why?', 'why does Norway gain?'],
])('after "%s", "%s" asks "%s"', (before, text, asked) => {
  expect(followUp(text, before).text).toBe(asked)
})

test('a question that stands alone takes nothing over', () => {
  expect(followUp('why was the weir closed?', 'what does Norway gain?')).toEqual({
    text: 'why was the weir closed?',
  })
  expect(followUp('and Sweden?', undefined)).toEqual({ text: 'and Sweden?' })
})

test('other words for the same are weaker than the word, and rarer meanings weaker still', () => {
  const related = relatedTerms(tokenise('how many vessels left', 'en'), 'en').get('vessel')
  expect(related?.get('ship')).toBeGreaterThan(0.2)
  expect(Math.max(...(related?.values() ?? []))).toBeLessThan(1)
  expect(related?.has('vessel')).toBe(false)
})

const translated = (text: string, from: string, held?: string[]) =>
  translate(text, glossesOf(text, from, 'en'), {
    from,
    to: 'en',
    isHeld: (term) => held === undefined || held.includes(term),
  })

test.each([
  ['de', 'Was fordert die Gewerkschaft in China?', 'what demand trade union China?'],
  ['de', 'Warum lehnt der Rat die Krankenhausfusion ab?', 'why reject council hospital merger?'],
  ['de', 'Wer hat den Bürgermeister entlassen?', 'who mayor dismiss?'],
  ['es', '¿Por qué cierra la fábrica?', 'why close factory?'],
  ['es', '¿Quién votó en contra de la fusión?', 'who vote against merger?'],
  ['fr', "Combien d'hectares de forêt ont été détruits ?", 'how many hectare forest destroy?'],
  ['fr', 'Que demande le plan de paix chinois ?', 'what ask peace plan Chinese?'],
  ['ru', 'Сколько воды требует фермер?', 'how much water demand farmer?'],
  ['de', 'Wem gehört das Grundstück?', 'whom belong land?'],
  ['ru', 'Перечисли требования профсоюза', 'demand trade union'],
  ['zh', '总结普京访华', 'Putin visit'],
  ['zh', '罢工持续了多久?', 'how long strike last?'],
])('a question is asked in the words of the documents (%s): %s', (from, text, expected) => {
  expect(translated(text, from).text).toBe(expected)
})

test('of several words for one the documents choose', () => {
  expect(translated('¿Qué exige el sindicato?', 'es', ['want', 'union']).text).toBe('what want union?')
  const { text, related } = translated('Wann kaufte die Firma das Schiff?', 'de', [
    'acquir',
    'firm',
    'vessel',
  ])
  expect(text).toBe('when acquire firm vessel?')
  expect(related.get('vessel')?.has('ship')).toBe(true)
})

test.each([
  ['de', 'Was verlangt Norwegen von Schweden?', 'demand', ['norwai'], ['sweden'], 'patient'],
  ['es', '¿Qué exige Noruega a Suecia?', 'demand', ['norwai'], ['sweden'], 'patient'],
  ['fr', "Qu'exige la Norvège de la Suède ?", 'demand', ['norwai'], ['sweden'], 'patient'],
  ['ru', 'Что требует Норвегия от Швеции?', 'demand', ['norwai'], ['sweden'], 'patient'],
  ['zh', '挪威向瑞典要求什么?', 'demand', ['norwai'], ['sweden'], 'patient'],
  ['de', 'Wer kritisierte Schweden?', 'criticis', [], ['sweden'], 'agent'],
  ['ru', 'Кто критиковал Швецию?', 'criticis', [], ['sweden'], 'agent'],
])('who does what is read in %s: %s', (from, text, verb, agent, patient, asks) => {
  expect(translated(text, from).roles).toEqual({ verb, agent, patient, asks })
})

test.each([
  ['de', 'Was?'],
  ['zh', '什么'],
  ['ru', '12 ?'],
  ['fr', "l'"],
])('a question of no words is translated to none (%s): %s', (from, text) => {
  expect(translated(text, from).related.size).toBe(0)
})

test('a word that nothing is known for stays as it was typed, and is known as such', () => {
  const { text, untranslated } = translated('Warum stieg der Xyloquarz?', 'de', [])
  expect(text).toBe('why rise xyloquarz?')
  expect([...untranslated]).toEqual(['xyloquarz'])
})

const GLOSSARY = ['en', 'de', 'es', 'fr', 'ru', 'zh']

test.each(GLOSSARY.slice(1))('every row of the glossary has words in English and %s', (language) => {
  const rows = glossaryOf('en', language)
  expect(rows.length).toBeGreaterThan(1400)
  for (const { words, others } of rows) {
    expect(
      words.every((word) => word.trim() !== '' && word === word.trim()),
      words.join(),
    ).toBe(true)
    expect(
      others.every((word) => word.trim() !== '' && word === word.trim()),
      others.join(),
    ).toBe(true)
  }
})
