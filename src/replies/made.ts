/** What was searched, what was left out, and who wrote, in small print. */
import type { Receipt } from '../brief/briefing.ts'
import type { Coverage } from '../document.ts'
import { fallbackText } from '../locales/fallback.ts'
import type { Language } from '../locales/language.ts'
import type { Line, Words } from './block.ts'
import { outside, small, told } from './words.ts'

/** ` (2024-01-01 – 2024-06-05)`; [] when neither date is known. */
export const spanWords = ({ oldest, newest }: Coverage, language: Language): Words =>
  oldest || newest
    ? told(language, 'card.span', { oldest: [{ date: oldest }], newest: [{ date: newest }] })
    : []

export function coverageLine(coverage: Coverage, quoted: number, language: Language): Line {
  const { documents } = coverage
  return small(...told(language, 'card.coverage', { documents, span: spanWords(coverage, language), quoted }))
}

export function writerLines(receipt: Receipt, language: Language): Line[] {
  const { droppedPoints, incomplete } = receipt
  return [
    ...(droppedPoints ? [small(language.say('card.dropped', { count: droppedPoints }))] : []),
    ...(incomplete ? [small(language.say('card.incomplete'))] : []),
    small(...writerWords(receipt, language)),
  ]
}

function writerWords({ writer, model, fallback }: Receipt, language: Language): Words {
  if (writer === 'claude')
    return told(language, 'card.claude', { model: [outside(model ?? '', { as: 'name' })] })
  if (!fallback) return [language.say('card.extractive')]
  return told(language, 'card.fallback', {
    reason: [outside(fallbackText(fallback, language), { as: 'question' })],
  })
}
