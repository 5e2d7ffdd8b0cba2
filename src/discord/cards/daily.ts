/** A daily briefing as one Discord message. */
import type { Daily } from '../../command/context.ts'
import type { Digest } from '../../daily/digest.ts'
import type { Language } from '../../locales/language.ts'
import { chartText } from './chart-text.ts'
import { dailyDossier } from './daily-dossier.ts'
import { citedNumbers, dailyCoverage, dailyScopeText, leftOutText } from './daily-lines.ts'
import { fittedCard, type Layout } from './fitted.ts'
import type { Limits } from './limits.ts'
import { MENU_OPTIONS, quoteMenu } from './menu.ts'
import { ACCENT, button, type Card, dated, named, row, stamp, type View } from './parts.ts'
import { present } from './sources.ts'
import { MOST_STORIES, storyBlocks, storyMenu, storySection } from './stories.ts'
import { writerLines } from './writer-lines.ts'

const FILE = 'daily.md'
const CHART = 'stories.png'
/** A briefing that ends less than this before it is shown is told as the latest. Milliseconds. */
const RECENT = 60 * 60_000
const MAX_NAME = 40

/** Any briefing becomes a message within Discord's limits; what does not fit stands in an attached file. */
export function dailyCard(entry: Daily, view: View): Card {
  const { id, digest } = entry
  const { language, chart } = view
  const { stories, quotes, documents } = digest
  const hasStories = stories.length > 0
  return fittedCard(
    {
      accent: hasStories ? ACCENT.answer : ACCENT.nothing,
      layout: (limits) => layout(entry, limits, view),
      ...(hasStories
        ? { shown: (body: string[]) => body.map((text, at) => storySection(text, stories[at], digest)) }
        : {}),
      image: chart && { name: CHART, bytes: chart, text: chartText(digest, language) },
      needsFile: quotes.length > MENU_OPTIONS || stories.length > MOST_STORIES,
      file: { name: FILE, text: () => dailyDossier(entry, language) },
      rows: [
        ...row(storyMenu(id, stories, language)),
        ...row(quoteMenu(id, quotes, documents, language)),
        ...row(...buttons(id, view)),
      ],
    },
    language,
  )
}

function buttons(id: string, { language: { say }, isPrivate }: View) {
  return [
    isPrivate ? button(say('button.share'), { act: 'share', id }) : undefined,
    button('', { act: 'up', id }, '👍'),
    button('', { act: 'down', id }, '👎'),
    button(say('button.dossier'), { act: 'dossier', id }),
  ]
}

function layout({ digest, scope }: Daily, limits: Limits, view: View): Layout {
  const { language, note } = view
  const only = dailyScopeText(scope, limits, language)
  const head = [`### ${headOf(digest, view)}`, only && `-# ${only}`, note ? `-# ${note}` : '']
  return {
    head: present(head).join('\n'),
    body: (budget) =>
      digest.stories.length > 0 ? storyBlocks(digest, budget, limits, view) : [quietText(digest, view)],
    foot: footLines(digest, limits, language).join('\n'),
  }
}

function headOf({ window }: Digest, { language: { say }, now }: View): string {
  const [since, until] = [window.since, window.until].map((time) => Date.parse(time))
  if (since === undefined || until === undefined) return ''
  return now.getTime() - until < RECENT
    ? say('daily.head', { time: stamp(since) })
    : say('daily.headUntil', { since: stamp(since), until: stamp(until) })
}

function quietText({ coverage: { newest } }: Digest, view: View): string {
  const { say } = view.language
  const since = newest ? say('daily.newest', { date: dated(newest, view) }) : ''
  return present([`**${say('daily.quiet')}**`, since]).join('\n')
}

/** What each number in brackets names, what was left out, what there was, and who wrote. */
function footLines(digest: Digest, limits: Limits, language: Language): string[] {
  const { say } = language
  const { stories, receipt } = digest
  const cited = citedNumbers(digest)
  const hidden = stories.length - MOST_STORIES
  const left = leftOutText(digest, language)
  return [
    ...(hidden > 0 ? [`-# ${say('daily.moreStories', { count: hidden })}`] : []),
    ...sourcesLine(digest, cited, limits),
    ...(left ? [`-# ${left}`] : []),
    `-# ${dailyCoverage(digest, language)}`,
    ...writerLines(receipt, limits, language),
  ]
}

/** `**[1]** Gazette · **[2]** Herald`, in small print. */
function sourcesLine({ documents }: Digest, cited: number[], limits: Limits): string[] {
  const shown = cited.slice(0, limits.sources).flatMap((number) => {
    const document = documents[number - 1]
    const name = named(document?.source || document?.title || '', Math.min(limits.name, MAX_NAME))
    return name ? [`**[${number}]** ${name}`] : []
  })
  const more = cited.length > limits.sources ? [`+${cited.length - limits.sources}`] : []
  return shown.length > 0 ? [`-# ${[...shown, ...more].join(' · ')}`] : []
}
