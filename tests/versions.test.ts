/** What a source says otherwise later, and what sources that nobody knows say against each other. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrief } from '../src/brief/brief.ts'
import type { Briefing } from '../src/brief/briefing.ts'
import { contradict, differ } from '../src/brief/disagreement/otherwise.ts'
import type { Writer } from '../src/brief/writer.ts'
import type { Answer } from '../src/command/context.ts'
import { type Corpus, openCorpus } from '../src/corpus/corpus.ts'
import { entryCard } from '../src/discord/cards/reply.ts'
import { catalogues, type LanguageCode, languageFor } from '../src/locales/language.ts'
import { readRequest } from '../src/question/request.ts'
import { dossierOf } from '../src/replies/reply.ts'
import { createSearch } from '../src/search/retrieve.ts'
import { briefingJson } from '../src/terminal/json.ts'
import { renderReply } from '../src/terminal/render.ts'
import { tokenise } from '../src/text/analysis.ts'
import { textOf } from './fakes/discord.ts'

const front = (title: string, source: string, date: string) =>
  `---\ntitle: ${title}\n${source && `source: ${source}\n`}${date && `date: ${date}\n`}---\n`
const DOCUMENTS: Record<string, string> = {
  'mooring-1.md': `${front('Mooring rules', 'Port Office', '2022-03-01')}Boats may stay at the visitors' quay for forty hours. Fees are paid at the kiosk.\n`,
  'mooring-2.md': `${front('Mooring rules', 'Port Office', '2025-03-01')}Boats may stay at the visitors' quay for twenty hours. Fees are paid by telephone.\n`,
  'bikes-1.md': `${front('Bicycles', '', '2021-05-01')}Bicycles may be taken on the night train to Arle.\n`,
  'bikes-2.md': `${front('Bicycles', '', '2024-05-01')}Bicycles must be taken on the night train to Arle.\n`,
  'tents.txt': 'Tents are allowed on the meadow behind the lighthouse.\n',
  'no-tents.txt': 'Tents are not allowed on the meadow behind the lighthouse.\n',
  'deep-1.md': `${front('Survey of 2020', 'Hydrographers', '2020-01-10')}The channel at Arle is 6 metres deep.\n`,
  'deep-2.md': `${front('Survey', 'Hydrographers', '2023-01-10')}The channel at Arle is 9 metres deep.\n`,
  'deep-3.md': `${front('Survey', 'Hydrographers', '2026-01-10')}The channel at Arle is 11 metres deep.\n`,
  'chair.md': `${front('Board', 'Gazette', '2019-01-01')}The board of the Arle harbour trust is chaired by Anna Berg.\n`,
  'chair-2.md': `${front('Board', 'Gazette', '2024-01-01')}The board of the Arle harbour trust is chaired by Karl Vogt.\n`,
  'fares.md': `${front('Fares', 'Ferry Line', '2020-01-01')}Passengers get their fare back when the crossing is cancelled.\n`,
  'other.md': `${front('Weather', 'Gazette', '2024-01-02')}It rained on the hills. The mill stood still for two days.\n`,
}

let folder: string
let corpus: Corpus
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'versions-'))
  for (const [name, text] of Object.entries(DOCUMENTS)) await writeFile(join(folder, name), text)
  corpus = await openCorpus({ dataDir: join(folder, 'data') })
  await corpus.synchronise(folder)
})
afterAll(async () => {
  await corpus.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = (question: string, claude?: Writer): Promise<Briefing> =>
  createBrief({ corpus, search: createSearch(corpus), claude })(
    question,
    { collections: ['shared'] },
    { progress: () => {}, signal: new AbortController().signal },
  )
const sidesOf = ({ disagreements, quotes }: Briefing) =>
  disagreements.map(({ kind, quotes: cited }) => [kind, ...cited.map((at) => quotes[at]?.document)])

test('what Claude quotes of an earlier version is shown with the later one', async () => {
  const text = 'The channel at Arle is 6 metres deep.'
  const [old] = (await ask('How deep was the channel at Arle in 2020?')).quotes.filter(
    (quote) => quote.text === text,
  )
  const claude: Writer = async () => ({
    drafts: [{ text, citations: old ? [old] : [] }],
    usage: { model: 'test', promptVersion: '1', inputTokens: 1, outputTokens: 1 },
    unresolvedCitations: 0,
    incomplete: false,
  })
  const briefing = await ask('How deep is the channel at Arle?', claude)
  expect(briefing.points).toMatchObject([{ text, quotes: [0] }])
  expect(sidesOf(briefing)).toEqual([['versions', 'deep-3.md', 'deep-2.md', 'deep-1.md']])
})

describe('what a source says otherwise later', () => {
  test('is shown beside the earlier version, the newer first, and only the newer is a point', async () => {
    const briefing = await ask("How long may boats stay at the visitors' quay?")
    expect(sidesOf(briefing)).toEqual([['versions', 'mooring-2.md', 'mooring-1.md']])
    expect(briefing.points[0]?.text).toContain('twenty hours')
    expect(briefing.points.map(({ text }) => text).join()).not.toContain('forty')
  })

  test('has all earlier versions after it, newest first', async () => {
    const briefing = await ask('How deep is the channel at Arle?')
    expect(sidesOf(briefing)).toEqual([['versions', 'deep-3.md', 'deep-2.md', 'deep-1.md']])
    expect(briefing.points).toHaveLength(1)
  })

  test('is told by the text where the source is unknown, also where only a modal verb differs', async () => {
    const briefing = await ask('May bicycles be taken on the night train to Arle?')
    expect(sidesOf(briefing)).toEqual([['versions', 'bikes-2.md', 'bikes-1.md']])
  })

  test('stays behind what is of the time that the question names', async () => {
    const { points } = await ask('How deep was the channel at Arle in 2020?')
    expect(points.map(({ text }) => text)).toContain('The channel at Arle is 6 metres deep.')
  })

  test.each(['current', 'latest'])('“%s” puts the newest first', async (word) => {
    const { points } = await ask(`What is the ${word} depth of the channel at Arle?`)
    expect(points[0]?.text).toContain('11 metres')
  })

  test('another name is another thing: both are points, the newer first', async () => {
    const { points, disagreements } = await ask('Who chairs the board of the Arle harbour trust?')
    const told = points.map(({ text }) => text).join(' ')
    expect(told).toContain('Anna Berg')
    expect(told).toContain('Karl Vogt')
    expect(disagreements).toEqual([])
  })
})

test('a summary tells what is so now, and the earlier version beside it', async () => {
  const briefing = await ask('Summarise the mooring rules')
  expect(briefing.points.map(({ text }) => text).join()).not.toContain('forty')
  expect(sidesOf(briefing)).toContainEqual(['versions', 'mooring-2.md', 'mooring-1.md'])
})

describe('what changed', () => {
  test.each([
    'What has changed in the depth of the channel at Arle?',
    'How has the depth of the channel at Arle changed?',
  ])('%s: old and new stand side by side, the newer first', async (question) => {
    const { points } = await ask(question)
    expect(points.map(({ text, date, label }) => [text.match(/\d+ metres/)?.[0], date, label])).toEqual([
      ['11 metres', '2026-01-10', undefined],
      ['9 metres', '2023-01-10', 'earlier'],
      ['6 metres', '2020-01-10', 'earlier'],
    ])
  })

  test('between two days only what was said within them counts', async () => {
    const { points } = await ask('What changed between 2019 and 2024 in the depth of the channel at Arle?')
    expect(points.map(({ date }) => date)).toEqual(['2023-01-10', '2020-01-10'])
  })

  test.each([
    ['de', 'Was hat sich an den Regeln für Boote geändert?', 'Regeln für Boote'],
    ['es', '¿Qué ha cambiado en las reglas del muelle?', 'reglas del muelle'],
    ['fr', "Qu'est-ce qui a changé dans les règles du quai ?", 'règles du quai'],
    ['ru', 'Что изменилось в правилах порта?', 'правилах порта'],
    ['zh', '港口规定有什么变化？', '港口规定'],
  ])('is asked in %s', async (language, text, subject) => {
    const request = await readRequest(text, { language, now: new Date('2026-11-24') })
    expect([request.kind, request.subject]).toEqual(['timeline', subject])
  })
})

test('a condition answers when something is done, and digits in a question are no pattern', async () => {
  const { status, points } = await ask('When do passengers get their fare back?')
  expect([status, points[0]?.text]).toEqual([
    'answered',
    'Passengers get their fare back when the crossing is cancelled.',
  ])
  await expect(ask('What was the board of the Arle trust in 2030?')).resolves.toBeDefined()
})

test('two undated uploads of unknown source that negate each other disagree', async () => {
  const briefing = await ask('Are tents allowed on the meadow behind the lighthouse?')
  const [sides] = sidesOf(briefing)
  expect(sides?.[0]).toBeUndefined()
  expect(new Set(sides?.slice(1))).toEqual(new Set(['tents.txt', 'no-tents.txt']))
})

test('every surface calls it an earlier version and gives the dates', async () => {
  const briefing = await ask("How long may boats stay at the visitors' quay?")
  const entry = {
    ...{
      kind: 'answer',
      id: 'a',
      asked: '2026-11-24T11:59:00.000Z',
      person: '1',
      server: null,
      channel: '2',
    },
    ...{ locale: 'en', isPrivate: false, collections: ['shared'], scope: {}, briefing },
  } as Answer
  const terminal = renderReply({ kind: 'entry', entry }, { colour: false, width: 100 }).replace(/\s+/g, ' ')
  expect(terminal).toMatch(
    /An earlier version says otherwise “[^“]*Port Office, 2025-03-01 \[1\] “[^“]*Port Office, 2022-03-01 \[2\] /,
  )
  for (const code of Object.keys(catalogues) as LanguageCode[]) {
    const language = languageFor(code)
    const view = { language, now: new Date('2026-11-24T12:00:00Z'), canThread: false, isPrivate: false }
    const head = language.say('card.versions')
    const card = textOf(entryCard(entry, view as never) as never)
    expect(card).toContain(`**${head}**\n> “`)
    expect(card.indexOf('twenty')).toBeLessThan(card.indexOf('forty'))
    expect(dossierOf(entry, language)).toContain(`## ${head}`)
  }
  const json = JSON.parse(JSON.stringify(briefingJson(briefing)))
  expect(json.disagreements).toEqual([{ kind: 'versions', text: null, quotes: [0, 1] }])
})

const told = (text: string, language: string) => ({
  ...{ text, tokens: tokenise(text, language) },
  passage: { language } as never,
})
const pair = (language: string, a: string, b: string) => [told(a, language), told(b, language)] as const

describe('sentences in nearly the same words', () => {
  test.each([
    ['en', 'The ferry carries 60 cars to Storholm.', 'The ferry carries 80 cars to Storholm.'],
    ['en', 'The ferry carries sixty cars to Storholm.', 'The ferry carries eighty cars to Storholm.'],
    ['en', 'Visitors must book the guided tour.', 'Visitors may book the guided tour.'],
    ['en', 'The guided tour is no longer offered to visitors.', 'The guided tour is offered to visitors.'],
    ['en', 'Exports of timber to Norway rose sharply.', 'Exports of timber to Norway fell sharply.'],
    ['de', 'Die Fähre nimmt fünfundvierzig Autos mit.', 'Die Fähre nimmt dreißig Autos mit.'],
    ['de', 'Besucher müssen eine Führung buchen.', 'Besucher können eine Führung buchen.'],
    ['de', 'Hunde dürfen auf das obere Deck.', 'Hunde dürfen nicht auf das obere Deck.'],
    ['es', 'El billete cuesta veinte euros al día.', 'El billete cuesta treinta euros al día.'],
    ['es', 'Los perros están permitidos en la cubierta.', 'Los perros no están permitidos en la cubierta.'],
    ['fr', 'Le billet coûte vingt euros par jour.', 'Le billet coûte trente euros par jour.'],
    [
      'fr',
      'Les visiteurs doivent réserver la visite guidée.',
      'Les visiteurs peuvent réserver la visite guidée.',
    ],
    ['ru', 'Билет на паром стоит двадцать рублей.', 'Билет на паром стоит тридцать рублей.'],
    ['ru', 'Собаки разрешены на верхней палубе.', 'Собаки не разрешены на верхней палубе.'],
    ['zh', '渡轮可以载六十辆汽车到岛上', '渡轮可以载八十辆汽车到岛上'],
    ['zh', '游客必须预订导游服务', '游客可以预订导游服务'],
  ])('%s: %s / %s', (language, a, b) => {
    const [one, other] = pair(language, a, b)
    expect([differ(one, other), differ(other, one)]).toEqual([true, true])
    expect([contradict(one, other, true), contradict(other, one, true)]).toEqual([true, true])
  })

  test.each([
    ['a number in words or digits', 'The ferry carries 60 cars.', 'The ferry carries sixty cars.'],
    ['another way to write it', 'It cost 240,000 crowns at Arle.', 'It cost 240 thousand crowns at Arle.'],
    ['one more detail', 'The ferry carries cars.', 'The ferry carries 60 cars.'],
  ])('%s says the same', (_, a, b) => {
    const [one, other] = pair('en', a, b)
    expect([differ(one, other), contradict(one, other, true)]).toEqual([false, false])
  })

  test.each([
    ['another year', 'Exports rose by 5 tonnes in 2022.', 'Exports rose by 6 tonnes in 2023.'],
    ['another route', 'The bus on Route 5 stops at the pier.', 'The bus on Route 6 stops at the pier.'],
    ['somebody else', 'The new chair is Anna Berg.', 'The new chair is Karl Vogt.'],
    ['who does it to whom', 'Norway sued Denmark over fish.', 'Denmark did not sue Norway over fish.'],
    ['in part', 'Iran attacked the tanker.', 'Iran did not only attack the tanker.'],
    ['a condition', 'The ferry leaves if it is full.', 'The ferry does not leave when it is full.'],
  ])('%s is no repetition and no contradiction', (_, a, b) => {
    const [one, other] = pair('en', a, b)
    expect([differ(one, other), contradict(one, other, true)]).toEqual([true, false])
  })
})
