/** The file that holds a whole daily briefing: every story, quotation, offset and hash. */
import type { Daily } from '../../command/context.ts'
import type { Digest, Story } from '../../daily/digest.ts'
import type { Language } from '../../locales/language.ts'
import { dailyCoverage, dailyScopeText, leftOutText } from './daily-lines.ts'
import { paragraphs, plain, quoted, receiptText, sourceList } from './dossier-parts.ts'
import { WHOLE } from './limits.ts'
import { present } from './sources.ts'
import { factsOf } from './stories.ts'

/** Markdown of a daily briefing, nothing left out. */
export function dailyDossier({ id, asked, scope, digest }: Daily, language: Language): string {
  const { say, locale } = language
  const { window, stories, documents, coverage, receipt } = digest
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  const [since, until] = [window.since, window.until].map((time) => `${format.format(Date.parse(time))} UTC`)
  return paragraphs(
    `# ${say('daily.headUntil', { since: since ?? '', until: until ?? '' })}`,
    ...present([dailyScopeText(scope, WHOLE, language)]),
    ...(stories.length > 0 ? [] : [say('daily.quiet')]),
    ...stories.flatMap((story, at) => storyParts(story, at + 1, digest, language)),
    ...present([leftOutText(digest, language), dailyCoverage(digest, language)]),
    `## ${say('dossier.sources')}`,
    sourceList(documents),
    `## ${say('dossier.made')}`,
    receiptText({ id, asked }, coverage, receipt),
  )
}

function storyParts(story: Story, number: number, digest: Digest, language: Language): string[] {
  const { say } = language
  const { changed, points, quote } = story
  const told = [...(changed ? [changed] : []), ...points]
  const numbers = told.flatMap(({ unverifiedNumbers = [] }) => unverifiedNumbers)
  return [
    `## ${number}. ${plain(story.headline) || '…'}`,
    factsOf(story, language),
    ...(changed ? [`**${say('daily.changed')}** ${plain(changed.text)}`] : []),
    ...points.map(({ text, quotes }) => `- ${plain(text)} ${quotes.map((at) => `**${at + 1}**`).join(' ')}`),
    ...(numbers.length > 0 ? [say('dossier.numbers', { numbers: plain(numbers.join(', ')) })] : []),
    ...quotesOfStory(quote, told).flatMap((at) => {
      const found = digest.quotes[at]
      return found ? [quoted(found, digest.documents, `**${at + 1}**`)] : []
    }),
  ]
}

/** The story's own quotation first, each once. */
const quotesOfStory = (quote: number, told: { quotes: number[] }[]) => [
  ...new Set([quote, ...told.flatMap(({ quotes }) => quotes)]),
]
