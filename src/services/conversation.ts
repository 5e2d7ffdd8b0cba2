/** The conversation that a question stands in. */
import type { Context, Entry, Services } from '../command.ts'
import type { Answer } from '../ledger/entry.ts'

/** Questions before this one that still tell what it is about. */
const MAX_EARLIER = 5

/** The answers before this question in its conversation, oldest first. */
export async function conversation(
  before: string | undefined,
  context: Context,
  recall: Services['recall'],
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let id: string | null = before ?? null; id !== null && answers.length < MAX_EARLIER; ) {
    const entry: Entry | undefined = await recall(id, context)
    if (entry?.kind !== 'answer') break
    answers.unshift(entry)
    id = entry.previous
  }
  return answers
}
