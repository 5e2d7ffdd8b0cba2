/** The conversation that a question stands in. */
import type { Briefing } from '../brief/briefing.ts'
import type { Context, Previous, Scope, Services } from '../command/context.ts'

/** Questions before this one that still tell what it is about. */
const MAX_EARLIER = 5

export type Conversation = {
  /** Oldest first; one that began with a story of a briefing begins with its headline. */
  questions: string[]
  /** What the latest of them was limited to. */
  scope: Scope
  /** What this question goes on from; undefined when there is nothing that this person may read. */
  previous: Previous | undefined
  /** The answer that it goes on from; undefined after a story of a briefing. */
  answer: Briefing | undefined
}

/** What was asked before this question. */
export async function conversation(
  before: Previous | undefined,
  context: Context,
  recall: Services['recall'],
): Promise<Conversation> {
  const found: Conversation = { questions: [], scope: {}, previous: undefined, answer: undefined }
  for (let at = before; at && found.questions.length < MAX_EARLIER; ) {
    const entry = await recall(at.id, context)
    if (entry?.kind !== 'answer' && entry?.kind !== 'daily') break
    // What nobody else has seen goes on only where nobody else sees it.
    if (entry.isPrivate && !context.isPrivate) break
    if (!found.previous && entry.kind === 'answer') found.scope = entry.scope
    if (!found.previous && entry.kind === 'answer') found.answer = entry.briefing
    found.previous ??= at
    const story = entry.kind === 'daily' ? entry.digest.stories[at.story ?? 0] : undefined
    const said = entry.kind === 'answer' ? (entry.briefing.asked ?? entry.briefing.question) : story?.headline
    if (said) found.questions.unshift(said)
    at = entry.kind === 'answer' ? previousOf(entry) : undefined
  }
  return found
}

const previousOf = ({
  previous,
  story,
}: {
  previous: string | null
  story?: number
}): Previous | undefined =>
  previous === null ? undefined : { id: previous, ...(story === undefined ? {} : { story }) }
