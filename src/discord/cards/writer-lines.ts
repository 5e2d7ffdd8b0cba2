/** What was searched, who wrote, and what was left out, in small print. */
import type { Receipt } from '../../brief/briefing.ts'
import type { Coverage } from '../../document.ts'
import { fallbackText } from '../../locales/fallback.ts'
import type { Language } from '../../locales/language.ts'
import type { Limits } from './limits.ts'
import { named, span } from './parts.ts'

export function coverageLine(coverage: Coverage, quoted: number, language: Language): string {
  const { documents } = coverage
  return `-# ${language.say('card.coverage', { documents, span: span(coverage, language), quoted })}`
}

export function writerLines(receipt: Receipt, limits: Limits, language: Language): string[] {
  const { say } = language
  const { writer, model, fallback, droppedPoints, incomplete } = receipt
  const lines = [
    ...(droppedPoints ? [say('card.dropped', { count: droppedPoints })] : []),
    ...(incomplete ? [say('card.incomplete')] : []),
  ]
  if (writer === 'claude')
    lines.push(say('card.claude', { model: named(model ?? '', limits.name) || 'Claude' }))
  else if (fallback)
    lines.push(say('card.fallback', { reason: named(fallbackText(fallback, language), limits.question) }))
  else lines.push(say('card.extractive'))
  return lines.map((line) => `-# ${line}`)
}
