import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { type Article, analyseArticle } from '../src/daily/stories/analyse.ts'
import { groupAnalysed, groupStories } from '../src/daily/stories/group.ts'
import { processorMs } from './fakes/processor.ts'
import { runs } from './fakes/runs.ts'

const compared = vi.hoisted(() => ({ pairs: 0 }))
// The real parts, counted.
vi.mock(import('../src/daily/stories/alike.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    likeness: (...pair: Parameters<typeof real.likeness>) => {
      compared.pairs += 1
      return real.likeness(...pair)
    },
  }
})
beforeEach(() => {
  compared.pairs = 0
})

const article = (id: string, text: string, rest: Partial<Article> = {}): Article => ({
  id,
  title: '',
  text,
  language: 'en',
  date: null,
  ...rest,
})

/** Which articles are together, by their ids, in an order of its own. */
const together = (articles: Article[]) =>
  groupStories(articles)
    .map((story) =>
      story
        .map((at) => articles[at]?.id ?? '')
        .sort()
        .join(' '),
    )
    .sort()

const QUAKES = [
  article(
    'arequipa-1',
    'A magnitude 6.8 earthquake shook southern Peru on Tuesday, killing two people in Arequipa and cutting power to Caraveli. President Dina Boluarte said that soldiers had been sent to the region. The quake struck at a depth of 28 kilometres off Atiquipa.',
  ),
  article(
    'arequipa-2',
    'Two dead after strong quake in Peru. Rescue workers searched collapsed adobe houses in Caraveli, in the region of Arequipa, after Tuesday’s earthquake of magnitude 6.8. Boluarte flew to Arequipa. The epicentre lay near Atiquipa.',
  ),
  article(
    'arequipa-3',
    'Peru’s president Dina Boluarte visited Arequipa, where a 6.8 earthquake killed two on Tuesday and left Caraveli without power. Houses of adobe had collapsed in Atiquipa, the rescue workers said.',
  ),
  article(
    'calama-1',
    'A strong quake rattled northern Chile late on Friday, and one man was killed by a falling wall in Calama. Work at Chuquicamata, one of the largest copper mines, was stopped, its owner Codelco said. The magnitude was 7.4, according to the seismological centre in Santiago, and the tremor was felt as far as La Paz.',
  ),
  article(
    'calama-2',
    'Codelco halts Chuquicamata after tremor. The copper producer brought its miners to the surface when an earthquake of magnitude 7.4 hit Calama on Friday evening; one man died there. Gabriel Boric cancelled a journey to Santiago de Compostela, and schools in Antofagasta will be closed on Monday.',
  ),
  article(
    'calama-3',
    'One man died and 20,000 homes lost power when Friday’s earthquake, of magnitude 7.4, struck Calama in northern Chile. Gabriel Boric said that Antofagasta would get help for its schools. At Chuquicamata the copper miners of Codelco were safe.',
  ),
  article(
    'cricket',
    'Australia beat India by six wickets in Brisbane, with Travis Head making 121 before lunch. Jasprit Bumrah took three wickets for the visitors.',
  ),
  article(
    'bank',
    'The European Central Bank left interest rates where they were on Thursday. Christine Lagarde said that inflation was falling as the bank had foreseen.',
  ),
]
const EVENTS = ['arequipa-1 arequipa-2 arequipa-3', 'bank', 'calama-1 calama-2 calama-3', 'cricket']

test('outlets’ reports of one event are one story, a similar event elsewhere is another', () => {
  expect(together(QUAKES)).toEqual(EVENTS)
})

test('an event that ten outlets report stays whole when it is all there is', () => {
  const sentences = QUAKES.slice(0, 3).flatMap(({ text }) => text.split(/(?<=\.) /))
  const reports = Array.from({ length: 10 }, (_, at) =>
    article(`outlet-${at}`, sentences.filter((_, k) => (k * 7 + at * 3) % 10 < 6).join(' ')),
  )
  expect(groupStories(reports)).toEqual([reports.map((_, at) => at)])
})

test('the order of the articles plays no part', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(QUAKES, { minLength: QUAKES.length }), (shuffled) => {
      expect(together(shuffled)).toEqual(EVENTS)
    }),
    { numRuns: runs(30, 10) },
  )
})

test('of two ways to pair four articles that are equally good, the order does not choose', () => {
  const words = (name: string) => [1, 2, 3, 4].map((k) => `${name}${k}`).join(' ')
  // Each is as like the next as any other is, and the last is like the first.
  const ring = ['ab', 'bc', 'cd', 'da'].map((id) =>
    article(id, `${words(`${id[0]}`)} ${words(`${id[1]}`)} ${words(`only${id}`)}`),
  )
  const pairs = together(ring)
  expect(pairs).toHaveLength(2)
  for (const by of [1, 2, 3]) expect(together([...ring.slice(by), ...ring.slice(0, by)])).toEqual(pairs)
})

const WORDS = 'river bridge mayor flood boat school train storm doctor market'.split(' ')
const wild = fc.record({
  id: fc.string(),
  title: fc.oneof(fc.constantFrom('Quake in Peru', 'Quake in Chile'), fc.string({ unit: 'binary' })),
  text: fc.oneof(
    fc.constantFrom(...QUAKES.map(({ text }) => text)),
    fc.lorem({ maxCount: 40 }),
    // Many of these are equally alike.
    fc.subarray(WORDS, { minLength: 4 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  ),
  language: fc.constantFrom('en', 'de', 'zh', 'ar', 'und', 'xx'),
  date: fc.option(fc.constantFrom('2026-11-24', '2026-11-24T08:00:00Z', 'yesterday', '')),
})

test('every article is in exactly one story, whatever it holds, and the same ones are together in any order', () => {
  const withOrders = fc.array(wild, { maxLength: 25 }).chain((articles) =>
    fc.tuple(
      fc.constant(articles),
      fc.shuffledSubarray(
        articles.map((_, at) => at),
        { minLength: articles.length },
      ),
    ),
  )
  fc.assert(
    fc.property(withOrders, ([articles, order]) => {
      const stories = groupStories(articles)
      expect(stories.flat().sort((a, b) => a - b)).toEqual(articles.map((_, at) => at))
      for (const story of stories) expect(story).toEqual(story.toSorted((a, b) => a - b))
      expect(together(order.map((at) => articles[at] as Article))).toEqual(together(articles))
    }),
    { numRuns: runs(100, 30) },
  )
})

test('no article is no story, and one is one', () => {
  expect(groupStories([])).toEqual([])
  expect(groupStories(QUAKES.slice(0, 1))).toEqual([[0]])
  expect(groupStories([article('empty', ''), article('blank', ' \n')])).toEqual([[0], [1]])
})

test('copies are one story, under other ids and with an editor’s cuts', () => {
  const [first] = QUAKES as [Article]
  const copies = Array.from({ length: 60 }, (_, at) => ({ ...first, id: `copy-${at}` }))
  copies.push({ ...first, id: 'cut', text: first.text.slice(0, -70) })
  expect(groupStories(copies)).toEqual([copies.map((_, at) => at)])
})

test('a thousand copies, in which every word is common, are one story', () => {
  const [first] = QUAKES as [Article]
  const copies = Array.from({ length: 1000 }, (_, at) => ({ ...first, id: `copy-${at}` }))
  expect(groupStories([...copies, ...QUAKES.slice(3)]).map((story) => story.length)).toEqual([1000, 3, 1, 1])
})

test('near copies are one voice: many of one report do not make it another event than the others', () => {
  const copies = QUAKES.slice(0, 2).flatMap(({ id, text }) =>
    Array.from({ length: 12 }, (_, at) => article(`${id}-${at}`, `${text} Desk${at} edited by editor${at}.`)),
  )
  expect(groupStories(copies)).toHaveLength(1)
})

/** A generator of the same numbers (0–1) each time. */
function repeatable() {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

test('two events with most of their words in common are told apart by what each one’s reports keep saying', () => {
  const next = repeatable()
  const some = (name: string, count: number, share: number) =>
    Array.from({ length: count }, (_, k) => `${name}${k}`).filter(() => next() < share)
  const reportsOf = (event: string) =>
    Array.from({ length: 10 }, (_, at) =>
      article(
        `${event}-${at}`,
        [...some('shared', 60, 0.6), ...some(event, 6, 0.95), ...some(`aside${event}${at}x`, 20, 0.7)].join(
          ' ',
        ),
      ),
    )
  const [one, other] = [reportsOf('north'), reportsOf('south')]
  expect(groupStories([...one, ...other]).map((story) => story.length)).toEqual([10, 10])
  // As likely to be together as these are, reports without such words are.
  const plain = (reports: Article[]) =>
    reports.map((report) => ({ ...report, text: report.text.replaceAll(/(?:north|south)\d/g, '') }))
  expect(groupStories(plain([...one, ...other]))).toHaveLength(1)
})

test('articles of different languages are not mistaken for one event because they are few', () => {
  const mixed = [
    article('de', 'Die Bundesbank warnt vor steigenden Preisen für Wohnungen in den großen Städten.', {
      language: 'de',
    }),
    article('fr', 'Le gouvernement présente une loi sur le logement et les loyers dans les villes.', {
      language: 'fr',
    }),
    article('zh', '央行警告大城市房价上涨，呼吁银行谨慎放贷。', { language: 'zh' }),
    article('zh-2', '央行警告称大城市房价继续上涨，要求银行谨慎放贷。', { language: 'zh' }),
    ...QUAKES,
  ]
  expect(together(mixed)).toEqual([...EVENTS, 'de', 'fr', 'zh zh-2'].sort())
})

test('titles with one word in common are not one story', () => {
  const titles = ['Weather today', 'Weather tomorrow', 'Letters to the editor', 'Editor’s choice']
  expect(groupStories(titles.map((title) => article(title, title)))).toHaveLength(titles.length)
})

test('a story goes on over days, and the like of it a year later is another', () => {
  const [first, second, third] = QUAKES as [Article, Article, Article]
  const days = [
    { ...first, date: '2026-03-03' },
    { ...second, date: '2026-03-05T10:00:00Z' },
    { ...third, date: '2026-03-08' },
  ]
  expect(groupStories(days)).toHaveLength(1)
  expect(groupStories([...days.slice(0, 2), { ...third, date: '2027-03-08' }])).toEqual([[0, 1], [2]])
})

test('what is kept of an article instead of it makes the same stories', () => {
  expect(groupAnalysed(structuredClone(QUAKES.map(analyseArticle)))).toEqual(groupStories(QUAKES))
})

test('a text of twenty million characters is read at its beginning only, where the event is', () => {
  const [first, second] = QUAKES as [Article, Article]
  const long = {
    ...first,
    text: `${first.text} ${'Elsewhere in the world nothing of note happened. '.repeat(400_000)}`,
  }
  const begun = processorMs()
  expect(groupStories([long, second])).toHaveLength(1)
  expect(processorMs() - begun).toBeLessThan(1000)
})

test('five thousand articles are not compared pair by pair', () => {
  const word = (number: number) => `w${number.toString(36)}`
  const next = repeatable()
  const articles = Array.from({ length: 5000 }, (_, at) => {
    const common = Array.from({ length: 60 }, () => word(Math.floor(next() ** 3 * 20_000)))
    const own = Array.from({ length: 20 }, (_, k) => word(1_000_000 + Math.floor(at / 4) * 20 + k))
    return article(`a${at}`, [...own, ...common].join(' '))
  })
  const stories = groupStories(articles)
  expect(stories).toHaveLength(1250)
  expect(stories.every((story) => story.length === 4)).toBe(true)
  // Of twelve million pairs.
  expect(compared.pairs).toBeLessThan(5000 * 60)
})
