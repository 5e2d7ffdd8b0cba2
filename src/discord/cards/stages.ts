/** The message while the work is under way. */
import type { Stage } from '../../command/context.ts'
import type { Language } from '../../locales/language.ts'
import { ACCENT, type Card, markupCard } from './parts.ts'

const STAGES: Stage[] = ['search', 'read', 'write', 'verify']

/** The stages until now, the last one under way. */
export function stageCard(stage: Stage, { say }: Language): Card {
  if (stage === 'add') return markupCard(`**${say('stage.add')}…**`, ACCENT.work)
  const reached = STAGES.indexOf(stage)
  const lines = STAGES.slice(0, reached + 1).map((name, index) =>
    index === reached ? `**${say(`stage.${name}`)}…**` : `-# ✓ ${say(`stage.${name}`)}`,
  )
  return markupCard(lines.join('\n'), ACCENT.work)
}
