/** What was answered before: shown again, voted on, followed, delivered. */
import { quoteInContext as openQuote } from '../brief/verify.ts'
import type { Answer, Asker, Entry, Reader, Services, Vote } from '../command/context.ts'
import { quotesOf } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Parts } from './parts.ts'

/** What was answered before; undefined when there is no such entry for this person's collections. */
export async function recall(
  { ledger }: Pick<Parts, 'ledger'>,
  id: string,
  { person, collections }: Reader,
): Promise<Entry | undefined> {
  const entry = await ledger.entry(id)
  const isHidden = entry?.isPrivate && entry.person !== person
  return !isHidden && entry?.collections.every((one) => collections.includes(one)) ? entry : undefined
}

/** A quotation in its context; undefined when there is no such entry or quotation for this person's collections. */
export async function quoteInContext(
  parts: Parts,
  id: string,
  at: number,
  reader: Reader,
): ReturnType<Services['quoteInContext']> {
  const entry = await recall(parts, id, reader)
  const quote = entry && quotesOf(entry)[at]
  const shown = quote && (await openQuote(parts.corpus, quote))
  return shown && reader.collections.includes(shown.document.collection) ? shown : undefined
}

/** Keeps a person's vote; false when there is no such answer for their collections. */
export async function vote(parts: Parts, id: string, vote: Vote, reader: Reader): Promise<boolean> {
  if (!(await recall(parts, id, reader))) return false
  await parts.ledger.vote(id, reader.person, vote)
  return true
}

/** Keeps the reason of a person's vote; false when they have not voted. */
export async function explainVote(
  parts: Parts,
  id: string,
  reason: string,
  reader: Reader,
): Promise<boolean> {
  const entry = await recall(parts, id, reader)
  return entry !== undefined && (await parts.ledger.explainVote(id, reader.person, reason))
}

/** The answer that a message in a thread or channel follows. */
export async function latest(
  ledger: Ledger,
  channel: string,
  { person, isPrivate }: Asker,
): Promise<Answer | undefined> {
  const entry = await ledger.latest(channel, isPrivate ? person : null)
  return entry?.kind === 'answer' ? entry : undefined
}

export async function delivered(ledger: Ledger, id: string): Promise<void> {
  await ledger.deliver(id, 'done')
}

/** Keeps an entry that could not be shown, for its person's next request. */
export async function keep(ledger: Ledger, id: string): Promise<void> {
  await ledger.deliver(id, 'failed')
}

/** The latest entry that has not reached this person and may be read here; it is not offered again. */
export async function claimKept(ledger: Ledger, { person, collections }: Reader): Promise<Entry | undefined> {
  for (const entry of await ledger.undelivered(person))
    if (entry.collections.every((one) => collections.includes(one)))
      if (await ledger.deliver(entry.id, 'done')) return entry
  return undefined
}
