/** A store that was counted otherwise is counted again, and no other: a comment that changes costs nobody twenty minutes. */
import { expect, test } from 'vitest'
import { prepare } from '../src/store/prepare.ts'
import { INDEX_VERSION } from '../src/store/recount.ts'
import { sha256 } from '../src/text/normalise.ts'
import { sketchOf } from '../src/text/sketch.ts'

/** Texts that meet what the analysis knows: stems, numbers, names, speech, scripts with and without blanks. */
const SAMPLES: Record<string, string> = {
  en: 'Harbour master Ann Brook said that 1,200.5 tonnes were moved in the U.S. on 14 May. “We are running late,” she added. The children’s boats weren’t found.',
  de: 'Die Hafenmeisterin Anna Bruch sagte, dass 1.200,5 Tonnen bewegt wurden. Laut Stadtrat öffnet der Pier am 14. Mai; die Häuser daneben blieben leer.',
  es: 'La jefa del puerto, Ana Arroyo, dijo que se movieron 1.200,5 toneladas. Según el ayuntamiento, el muelle abrirá el 14 de mayo.',
  fr: 'La capitaine du port, Anne Ruisseau, a déclaré que 1 200,5 tonnes avaient été déplacées. Selon la mairie, la jetée ouvrira le 14 mai.',
  ru: 'Начальник порта Анна Ручьёва сообщила, что было перевезено 1200,5 тонны. По словам мэра, причал откроется 14 мая.',
  zh: '港务局长李华表示，五月份运送了1200.5吨货物。据市政府介绍，新码头将于14日启用。',
  pt: 'A diretora do porto disse que as operações começaram cedo.',
  ar: 'قال مدير الميناء إن السفن وصلت في الصباح.',
  und: 'x1 y2 z3 3M A-320 COVID-19',
}

/** Raise INDEX_VERSION together with this, and only when what is made of the samples, or of other texts, has changed. */
const MADE = { version: 4, hash: '4c3895fe8b437fc0' }

test('what is made of the samples has the version that says so', () => {
  const made = Object.entries(SAMPLES).map(([language, text]) => {
    const whole = `${text}\n\n${text.repeat(12)}`
    const sections = [{ start: 0, end: whole.length, heading: 'The pier, der Hafen, 码头' }]
    const known = {
      title: 'The pier',
      source: 'Gazette',
      author: null,
      url: null,
      date: null,
      topics: ['Sea'],
    }
    const document = { ...known, id: language, language, text: whole, sections }
    const place = { id: language, hash: 'h', collection: 'shared', path: null }
    const { passages, terms, speakers } = prepare(document, place)
    return { passages, terms, speakers, sketch: sketchOf(whole) }
  })
  expect({ version: INDEX_VERSION, hash: sha256(JSON.stringify(made, replacer)).slice(0, 16) }).toEqual(MADE)
})

const replacer = (_: string, value: unknown) =>
  ArrayBuffer.isView(value) ? [...(value as Uint32Array)] : value
