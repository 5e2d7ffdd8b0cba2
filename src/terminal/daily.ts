/** A daily briefing as text for a terminal. */
import type { Point, Quote } from '../brief/briefing.ts'
import type { Daily } from '../command/context.ts'
import { pointsBeside } from '../daily/digest.ts'
import { countsText, leftOutText, line, madeText, quietText, windowText } from './daily-words.ts'
import { documentOf, type Look, origin, paint, wrap } from './text.ts'

export function renderDaily({ digest }: Daily, look: Look): string {
  const { stories, quotes } = digest
  const source = (quote: Quote) => {
    const document = documentOf(digest.documents, quote)
    return [document ? origin(document) : quote.document, quote.location, document?.url]
      .filter(Boolean)
      .join(', ')
  }
  const said = ({ text, quotes }: Point) => `${text} ${quotes.map((at) => `[${at + 1}]`).join(' ')}`
  const lines = [paint(look, 'bold', `Daily briefing, ${windowText(digest)}`), '']
  for (const [at, story] of stories.entries()) {
    const quote = quotes[story.quote]
    lines.push(paint(look, 'bold', wrap(`${at + 1}. ${line(story.headline)}`, look, 3)))
    lines.push(paint(look, 'dim', `   ${countsText(story)}`))
    if (story.changed) lines.push(wrap(`   What changed: ${said(story.changed)}`, look, 3))
    const points = pointsBeside(story, digest)
    if (points.length > 0) lines.push(wrap(`   ${points.map(said).join(' ')}`, look, 3))
    if (quote) {
      lines.push(wrap(`   “${quote.text}” [${story.quote + 1}]`, look, 3))
      lines.push(paint(look, 'dim', wrap(`   — ${source(quote)}`, look, 5)))
    }
    lines.push('')
  }
  if (stories.length === 0) lines.push(...quietText(digest).map((sentence) => wrap(sentence, look)), '')
  else lines.push(paint(look, 'bold', 'Quotations'))
  for (const [at, quote] of quotes.entries()) {
    lines.push(wrap(`[${at + 1}] “${quote.text}”`, look, 4))
    lines.push(paint(look, 'dim', wrap(`    — ${source(quote)}`, look, 4)))
  }
  if (quotes.length > 0) lines.push('')
  const leftOut = leftOutText(digest)
  if (leftOut) lines.push(wrap(leftOut, look))
  lines.push(paint(look, 'dim', wrap(madeText(digest), look)), '')
  return lines.join('\n')
}
