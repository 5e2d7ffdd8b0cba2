import fc from 'fast-check'
import { expect, test } from 'vitest'
import { speakerOf } from '../src/text/speakers/speaker.ts'
import { processorMs } from './fakes/processor.ts'

const en: [string, string | null][] = [
  ['Putin said that the relationship is aimed at nobody.', 'Putin'],
  ['According to Xi Jinping, the talks went well.', 'Xi Jinping'],
  ['“We will not yield,” said Antony Blinken.', 'Antony Blinken'],
  ['Wang Wenbin, a ministry spokesman, denied the reports.', 'Wang Wenbin'],
  ['"We will wait," Foreign Minister Wang Yi said on Friday.', 'Wang Yi'],
  ['"It is late," said Fatima al-Zahra, the minister of health, "but not too late."', 'Fatima al-Zahra'],
  ['Jean-Luc Moreau told reporters that the plant would close.', 'Jean-Luc Moreau'],
  ['The White House said it would study the plan.', 'White House'],
  ['J. D. Vance replied: “Not this year.”', 'J. D. Vance'],
  ['The bridge is safe, the European Commission says.', 'European Commission'],
  [
    'Exports fell by a tenth, according to the Ministry of Trade and Industry.',
    'Ministry of Trade and Industry',
  ],
  ['The secretary of state, Marco Rubio, said the offer stands.', 'Marco Rubio'],
  ['As Siobhan O’Neill put it, “the tide has turned”.', 'Siobhan O’Neill'],
  ['In Merkel’s view, the treaty has failed.', 'Merkel'],
  ['OPEC announced that output would rise.', 'OPEC'],
  ['Ursula von der Leyen wrote that Europe must choose.', 'Ursula von der Leyen'],
  ['“Why now?” asked Ludwig van der Meer.', 'Ludwig van der Meer'],
  ['US President Joe Biden has repeatedly warned of the risk.', 'Joe Biden'],
  ['Omar Haddad, 41, a baker in Aleppo, said prices had doubled.', 'Omar Haddad'],
  ['We had no choice,” said the group’s spokesman, Karim Nasser.', 'Karim Nasser'],
  ['Dana Cole of the Institute for Strategy said the figures were wrong.', 'Dana Cole'],
  ['“He said no,” Lopez told the court.', 'Lopez'],
  ['A day after Ali said he would stay, the army was silent, Brandt added.', 'Brandt'],
  ['Nora Beck, International Director of Tearwell, said the bank considered three factors.', 'Nora Beck'],
  ['The President of the Senate, Paul Grant, says the army is leaving.', 'Paul Grant'],
  ['“We must act,” said the President of the European Council, Herman Van Rompuy.', 'Herman Van Rompuy'],
  ['Andy Marsh at Luton says that the runway is closed.', 'Andy Marsh'],
  ['He said that the talks went well.', null],
  ['Critics say that the law goes too far.', null],
  ['Trade grew by a quarter in 2023.', null],
  ['A spokesman for Gazprom said the line was shut.', null],
  ['A Kremlin spokesman said the visit had been planned.', null],
  ['The report said that nobody was hurt.', null],
  ['Egyptian officials said the border was closed.', null],
  ['The Prime Minister said no.', null],
  ['Smith was told to leave the room.', null],
  ['The town said to be the oldest lies on the Nile.', null],
  ['The “Putin said no” badge sold well.', null],
]
const de: [string, string | null][] = [
  ['Angela Merkel sagte, die Lage sei ernst.', 'Angela Merkel'],
  ['„Wir warten nicht“, sagte Außenministerin Annalena Baerbock.', 'Annalena Baerbock'],
  ['Laut Olaf Scholz bleibt das Gesetz bestehen.', 'Olaf Scholz'],
  ['Wladimir Putin zufolge ist der Vertrag nichtig.', 'Wladimir Putin'],
  ['Nach Angaben von Siemens sank der Umsatz.', 'Siemens'],
  ['Am Montag erklärte Ursula von der Leyen, Europa werde zahlen.', 'Ursula von der Leyen'],
  ['Die Europäische Kommission teilte mit, dass sie klagt.', 'Europäische Kommission'],
  ['Der Sprecher sagte, es gebe keine Verletzten.', null],
  ['Er sagte, er komme nicht.', null],
  ['Kritiker sagen, das reiche nicht.', null],
  ['Laut Polizei gab es keine Verletzten.', null],
]
const es: [string, string | null][] = [
  ['Pedro Sánchez dijo que el acuerdo es histórico.', 'Pedro Sánchez'],
  ['«No cederemos», afirmó la ministra Margarita Robles.', 'Margarita Robles'],
  ['Según la Comisión Europea, los precios bajarán.', 'Comisión Europea'],
  ['El presidente ruso, Vladímir Putin, declaró que no habrá tregua.', 'Vladímir Putin'],
  ['“Es tarde”, dijo Ángela de la Cruz.', 'Ángela de la Cruz'],
  ['Él dijo que vendría.', null],
  ['Según los expertos, la sequía durará.', null],
  ['El comercio creció en 2023.', null],
]
const fr: [string, string | null][] = [
  ['Emmanuel Macron a déclaré que la France paierait.', 'Emmanuel Macron'],
  ['« Nous ne céderons pas », a affirmé Catherine Colonna.', 'Catherine Colonna'],
  ['Selon l’ONU, la situation empire.', 'ONU'],
  ['D’après Jean-Yves Le Drian, la trêve tient.', 'Jean-Yves Le Drian'],
  ['« Il est tard », a déclaré le ministre russe des Affaires étrangères, Sergueï Lavrov.', 'Sergueï Lavrov'],
  ['Elle a déclaré que la loi passerait.', null],
  ['Selon des experts, la loi est mauvaise.', null],
]
const ru: [string, string | null][] = [
  ['Владимир Путин заявил, что переговоры продолжатся.', 'Владимир Путин'],
  ['«Мы готовы», — сказал министр иностранных дел России Сергей Лавров.', 'Сергей Лавров'],
  ['По словам Дмитрия Пескова, визит готовится.', 'Дмитрия Пескова'],
  ['Пресс-секретарь Кремля Дмитрий Песков сообщил, что встреча состоится.', 'Дмитрий Песков'],
  ['Мария Захарова также подчеркнула, что ответ будет.', 'Мария Захарова'],
  ['Он сказал, что не придёт.', null],
  ['По словам экспертов, цены вырастут.', null],
  ['Торговля выросла на четверть.', null],
]
const zh: [string, string | null][] = [
  ['王毅表示，双方将继续合作。', '王毅'],
  ['外交部发言人王文斌说：“我们反对制裁。”', '王文斌'],
  ['俄罗斯总统普京16日在北京指出，两国关系很好。', '普京'],
  ['“我们不会让步，”拜登说，“永远不会。”', '拜登'],
  ['据路透社报道，谈判已经结束。', '路透社'],
  ['弗拉基米尔·普京强调，谈判仍在继续。', '弗拉基米尔·普京'],
  ['欧盟委员会认为，价格将会下降。', '欧盟委员会'],
  ['他说，他不会来。', null],
  ['专家认为，价格会上涨。', null],
  ['据说，这座桥很老。', null],
  ['2023年贸易增长了四分之一。', null],
]
const cases = Object.entries({ en, de, es, fr, ru, zh }).flatMap(([language, sentences]) =>
  sentences.map(([sentence, speaker]) => ({ language, sentence, speaker })),
)

test.each(cases)('$language: the speaker of “$sentence” is $speaker', ({ language, sentence, speaker }) => {
  expect(speakerOf(sentence, language)).toBe(speaker)
})

test('a name is only ever what stands in the sentence, whatever is written there', () => {
  const words = [
    'said',
    'X',
    'Ann',
    'Brook',
    ',',
    '"',
    '“',
    '”',
    'of',
    'the',
    'that',
    'told',
    "'s",
    'according to',
    '说',
    '：',
    'sagte',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 5 })), {
        maxLength: 30,
      }),
      fc.constantFrom('en', 'de', 'es', 'fr', 'ru', 'zh', 'und'),
      (parts, language) => {
        const sentence = parts.join(' ')
        const speaker = speakerOf(sentence, language)
        expect(speaker === null || (speaker !== '' && sentence.includes(speaker))).toBe(true)
      },
    ),
  )
})

test('a sentence a hundred times as long costs no more than what is looked at of it', () => {
  const hostile = [
    'said ',
    'Ann, ',
    'Ann of the ',
    '" said Ann, ',
    'a, b ',
    "'s ",
    '说，',
    'according to the ',
  ]
  for (const language of ['en', 'de', 'fr', 'ru', 'zh'])
    for (const part of hostile) {
      const time = (length: number) => {
        const sentence = part.repeat(Math.ceil(length / part.length))
        const runs = Array.from({ length: 7 }, () => {
          const started = processorMs()
          for (let at = 0; at < 5; at += 1) speakerOf(sentence, language)
          return processorMs() - started
        })
        return Math.min(...runs)
      }
      const [short, long] = [time(1500), time(150_000)]
      expect(long / Math.max(short, 0.05), `${language}: ${part}`).toBeLessThan(10)
    }
})
