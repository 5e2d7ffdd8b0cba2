/** What the corpus holds, which files were refused, and how people voted. */

import type { CorpusStatus } from '../../command/context.ts'
import type { Language } from '../../locales/language.ts'
import { refusalText } from '../../locales/refusal.ts'
import { percentOf } from '../../store/index-state.ts'
import {
  ACCENT,
  type Card,
  container,
  file,
  listed,
  markupCard,
  named,
  span,
  TEXT_BUDGET,
  text,
} from './parts.ts'

const FILE = 'corpus.md'
const TIGHT = { entries: 10, name: 60, reason: 200 }
const WHOLE = { entries: Infinity, name: Infinity, reason: Infinity }

export function statusCard(status: CorpusStatus, language: Language): Card {
  const [whole, tight] = [WHOLE, TIGHT].map((limits) => statusText(status, limits, language))
  const isShort = Math.max(status.sources.length, status.refused.length) <= TIGHT.entries
  if (whole && isShort && whole.length <= TEXT_BUDGET) return markupCard(whole, ACCENT.answer)
  const note = `-# ${language.say('quote.shortened', { file: FILE })}`
  return {
    components: container(ACCENT.answer, [text(tight ?? ''), text(note), file(FILE)]),
    files: [{ name: FILE, text: `${whole}\n` }],
  }
}

function statusText(status: CorpusStatus, limits: typeof TIGHT, language: Language): string {
  const { say } = language
  const { coverage, sources, refused, busy, filling, votes } = status
  const { documents, passages } = coverage
  const name = (text: string) => named(text, limits.name) || '…'
  return [
    `### ${say('status.head')}`,
    say('status.size', { documents, passages, span: span(coverage, language) }),
    say('status.votes', votes),
    ...(busy ? [say('status.busy')] : []),
    ...(filling ? [say('status.filling', { percent: percentOf(filling) })] : []),
    ...listed(sources, limits.entries, language, (one) => `${name(one.source)}: ${one.documents}`),
    ...(refused.length ? [`**${say('status.refused', { count: refused.length })}**`] : []),
    ...listed(
      refused,
      limits.entries,
      language,
      (one) => `${name(one.name)}: ${named(refusalText(one.reason, language), limits.reason) || '…'}`,
    ),
  ].join('\n')
}
