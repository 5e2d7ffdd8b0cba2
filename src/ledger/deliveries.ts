/**
 * What became of each due time. It is claimed in the transaction that moves the subscription on, and recorded after
 * it was sent. Whoever works on it holds a lease and renews it; when it runs out, another process goes on. Instants are
 * ISO 8601 in UTC.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import { bindAll } from '../bind-all.ts'
import type { PauseReason } from './subscription.ts'
import type { LedgerTables } from './tables.ts'

export type Delivery = LedgerTables['deliveries']
type Key = Pick<Delivery, 'subscription' | 'due' | 'kind'>
/** A due time of a subscription, the one that follows it, and where its window begins. */
export type DueTime = Pick<Delivery, 'subscription' | 'due' | 'since'> & { expected: string; next: string }
/** Who works, and until when. */
type Lease = Pick<Delivery, 'owner' | 'lease'>

const NOBODY = { owner: '', lease: '' }

export const openDeliveries = (database: Kysely<LedgerTables>) =>
  bindAll(database, {
    claimDue,
    takeOver,
    renew,
    isHeld,
    recordPosted,
    recordFolded,
    recordFault,
    recordFailed,
    release,
    lastPosted,
    deliveriesOf,
  })

export type Deliveries = ReturnType<typeof openDeliveries>

/** Claims due times and moves their subscriptions on, unless that has happened already; answers what was claimed. */
const claimDue = (
  database: Kysely<LedgerTables>,
  times: DueTime[],
  now: string,
  lease: Lease,
): Promise<Delivery[]> =>
  database.transaction().execute(async (transaction) => {
    const claimed: Delivery[] = []
    for (const { subscription, due, since, expected, next } of times) {
      const { numUpdatedRows } = await transaction
        .updateTable('subscriptions')
        .set({ next })
        .where('id', '=', subscription)
        .where('next', '=', expected)
        .where('paused', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) continue
      const fresh = opened({ subscription, due, kind: 'briefing' }, since)
      const row = { ...fresh, ...lease, attempts: 1, tried: now }
      const { numInsertedOrUpdatedRows } = await insert(transaction, row)
      if (numInsertedOrUpdatedRows) claimed.push(row)
    }
    return claimed
  })

/** Takes over what nobody works on, and what is to be tried again: one more attempt. */
async function takeOver(
  database: Kysely<LedgerTables>,
  now: string,
  limit: number,
  { owner, lease }: Lease,
): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`UPDATE deliveries SET owner = ${owner}, lease = ${lease},
          attempts = attempts + 1, tried = coalesce(tried, ${now})
        WHERE (subscription, due, kind) IN (SELECT subscription, due, kind FROM deliveries
          WHERE state = 'open' AND lease <= ${now} AND retry <= ${now} LIMIT ${limit})
        RETURNING *`.execute(database)
  return rows
}

/** Prolongs the leases of everything that a process still holds. */
async function renew(database: Kysely<LedgerTables>, { owner, lease }: Lease): Promise<void> {
  await database
    .updateTable('deliveries')
    .set({ lease })
    .where('owner', '=', owner)
    .where('state', '=', 'open')
    .execute()
}

/** False when another process has taken over, or the subscription was ended. */
async function isHeld(database: Kysely<LedgerTables>, delivery: Delivery): Promise<boolean> {
  const row = database
    .selectFrom('deliveries')
    .select('owner')
    .where((where) => where.and(keyOf(delivery)))
    .where('state', '=', 'open')
  return (await row.executeTakeFirst())?.owner === delivery.owner
}

/** False when another process has taken over. */
const recordPosted = (
  database: Kysely<LedgerTables>,
  delivery: Delivery,
  made: Pick<Delivery, 'entry' | 'message' | 'posted'>,
): Promise<boolean> => end(database, delivery, { ...made, state: 'posted', fault: null }, passed(delivery))

/** It is not posted; the next one's window begins where that of the last posted one ended. */
async function recordFolded(
  database: Kysely<LedgerTables>,
  delivery: Delivery,
  fault: string | null,
): Promise<void> {
  await end(database, delivery, { state: 'folded', fault }, passed(delivery))
}

/** Tried again later. */
async function recordFault(
  database: Kysely<LedgerTables>,
  delivery: Delivery,
  fault: string,
  retry: string,
): Promise<void> {
  await held(database, delivery, { fault, retry, ...NOBODY }).execute()
}

/** Given up; with a reason its subscription is paused, and with `tell` its owner is to be told, once. */
async function recordFailed(
  database: Kysely<LedgerTables>,
  delivery: Delivery,
  fault: string,
  pause?: { reason: PauseReason; tell: boolean },
): Promise<void> {
  await end(database, delivery, { state: 'failed', fault }, async (transaction) => {
    if (!pause) return
    const { subscription, due, since } = delivery
    const { numUpdatedRows } = await transaction
      .updateTable('subscriptions')
      .set({ paused: pause.reason })
      .where('id', '=', subscription)
      .where('paused', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n && pause.tell)
      await insert(transaction, opened({ subscription, due, kind: 'pause' }, since))
  })
}

/** Lets go of everything that a process holds. */
async function release(database: Kysely<LedgerTables>, owner: string): Promise<void> {
  await database.updateTable('deliveries').set(NOBODY).where('owner', '=', owner).execute()
}

/** When the last one that was posted was due. */
async function lastPosted(database: Kysely<LedgerTables>, subscription: string): Promise<string | undefined> {
  const posted = await database
    .selectFrom('deliveries')
    .select('due')
    .where('subscription', '=', subscription)
    .where('kind', '=', 'briefing')
    .where('state', '=', 'posted')
    .orderBy('due', 'desc')
    .limit(1)
    .executeTakeFirst()
  return posted?.due
}

/** What became of a subscription's due times, the earliest first. */
const deliveriesOf = (database: Kysely<LedgerTables>, subscription: string): Promise<Delivery[]> =>
  database
    .selectFrom('deliveries')
    .selectAll()
    .where('subscription', '=', subscription)
    .orderBy('due')
    .orderBy('kind')
    .execute()

const held = (database: Kysely<LedgerTables>, delivery: Delivery, change: Partial<Delivery>) =>
  database
    .updateTable('deliveries')
    .set(change)
    .where((where) => where.and(keyOf(delivery)))
    .where('owner', '=', delivery.owner)
    .where('state', '=', 'open')

/** Ends a delivery, if it is still held, and does the rest in the same transaction. */
const end = (
  database: Kysely<LedgerTables>,
  delivery: Delivery,
  change: Partial<Delivery>,
  rest: (transaction: Transaction<LedgerTables>) => Promise<unknown>,
): Promise<boolean> =>
  database.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await held(transaction, delivery, { ...change, ...NOBODY }).executeTakeFirst()
    if (numUpdatedRows > 0n) await rest(transaction)
    return numUpdatedRows > 0n
  })

const passed =
  ({ subscription, due, kind }: Delivery) =>
  (transaction: Transaction<LedgerTables>) =>
    transaction
      .updateTable('subscriptions')
      .set({ last: due })
      .where('id', '=', kind === 'briefing' ? subscription : '')
      .execute()

const keyOf = ({ subscription, due, kind }: Key) => ({ subscription, due, kind })

const opened = (key: Key, since: string): Delivery => ({
  ...{ ...key, state: 'open', since, ...NOBODY, attempts: 0, tried: null, retry: '' },
  ...{ entry: null, message: null, posted: null, fault: null },
})

const insert = (transaction: Transaction<LedgerTables>, row: Delivery) =>
  transaction
    .insertInto('deliveries')
    .values(row)
    .onConflict((conflict) => conflict.columns(['subscription', 'due', 'kind']).doNothing())
    .executeTakeFirst()
