/**
 * What became of each due time. It is claimed in the transaction that moves the subscription on, and recorded after
 * it was sent. Whoever works on it holds a lease and renews it; when it runs out, another process goes on. Instants are
 * ISO 8601 in UTC.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { PauseReason } from './subscription.ts'
import type { LedgerTables } from './tables.ts'

export type Delivery = LedgerTables['deliveries']
type Key = Pick<Delivery, 'subscription' | 'due' | 'kind'>
/** A due time of a subscription, the one that follows it, and where its window begins. */
export type DueTime = Pick<Delivery, 'subscription' | 'due' | 'since'> & { expected: string; next: string }
/** Who works, and until when. */
type Lease = Pick<Delivery, 'owner' | 'lease'>

export type Deliveries = {
  /** Claims due times and moves their subscriptions on, unless that has happened already; answers what was claimed. */
  claimDue: (times: DueTime[], now: string, lease: Lease) => Promise<Delivery[]>
  /** Takes over what nobody works on, and what is to be tried again: one more attempt. */
  takeOver: (now: string, limit: number, lease: Lease) => Promise<Delivery[]>
  /** Prolongs the leases of everything that a process still holds. */
  renew: (lease: Lease) => Promise<void>
  /** False when another process has taken over, or the subscription was ended. */
  isHeld: (delivery: Delivery) => Promise<boolean>
  /** False when another process has taken over. */
  recordPosted: (delivery: Delivery, made: Pick<Delivery, 'entry' | 'message' | 'posted'>) => Promise<boolean>
  /** It is not posted; the next one's window begins where that of the last posted one ended. */
  recordFolded: (delivery: Delivery, fault: string | null) => Promise<void>
  /** Tried again later. */
  recordFault: (delivery: Delivery, fault: string, retry: string) => Promise<void>
  /** Given up; with a reason its subscription is paused, and with `tell` its owner is to be told, once. */
  recordFailed: (
    delivery: Delivery,
    fault: string,
    pause?: { reason: PauseReason; tell: boolean },
  ) => Promise<void>
  /** Lets go of everything that a process holds. */
  release: (owner: string) => Promise<void>
  /** When the last one that was posted was due. */
  lastPosted: (subscription: string) => Promise<string | undefined>
  /** What became of a subscription's due times, the earliest first. */
  deliveriesOf: (subscription: string) => Promise<Delivery[]>
}

const NOBODY = { owner: '', lease: '' }

export function openDeliveries(database: Kysely<LedgerTables>): Deliveries {
  const held = (delivery: Delivery, change: Partial<Delivery>, on: Kysely<LedgerTables> = database) =>
    on
      .updateTable('deliveries')
      .set(change)
      .where((where) => where.and(keyOf(delivery)))
      .where('owner', '=', delivery.owner)
      .where('state', '=', 'open')
  /** Ends a delivery, if it is still held, and does the rest in the same transaction. */
  const end = (
    delivery: Delivery,
    change: Partial<Delivery>,
    rest: (transaction: Transaction<LedgerTables>) => Promise<unknown>,
  ) =>
    database.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await held(
        delivery,
        { ...change, ...NOBODY },
        transaction,
      ).executeTakeFirst()
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
  return {
    claimDue: (times, now, lease) =>
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
      }),
    takeOver: async (now, limit, { owner, lease }) => {
      const { rows } = await sql<Delivery>`UPDATE deliveries SET owner = ${owner}, lease = ${lease},
          attempts = attempts + 1, tried = coalesce(tried, ${now})
        WHERE (subscription, due, kind) IN (SELECT subscription, due, kind FROM deliveries
          WHERE state = 'open' AND lease <= ${now} AND retry <= ${now} LIMIT ${limit})
        RETURNING *`.execute(database)
      return rows
    },
    renew: async ({ owner, lease }) => {
      await database
        .updateTable('deliveries')
        .set({ lease })
        .where('owner', '=', owner)
        .where('state', '=', 'open')
        .execute()
    },
    isHeld: async (delivery) => {
      const row = database
        .selectFrom('deliveries')
        .select('owner')
        .where((where) => where.and(keyOf(delivery)))
        .where('state', '=', 'open')
      return (await row.executeTakeFirst())?.owner === delivery.owner
    },
    recordPosted: (delivery, made) =>
      end(delivery, { ...made, state: 'posted', fault: null }, passed(delivery)),
    recordFolded: async (delivery, fault) => {
      await end(delivery, { state: 'folded', fault }, passed(delivery))
    },
    recordFault: async (delivery, fault, retry) => {
      await held(delivery, { fault, retry, ...NOBODY }).execute()
    },
    recordFailed: async (delivery, fault, pause) => {
      await end(delivery, { state: 'failed', fault }, async (transaction) => {
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
    },
    release: async (owner) => {
      await database.updateTable('deliveries').set(NOBODY).where('owner', '=', owner).execute()
    },
    lastPosted: async (subscription) => {
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
    },
    deliveriesOf: (subscription) =>
      database
        .selectFrom('deliveries')
        .selectAll()
        .where('subscription', '=', subscription)
        .orderBy('due')
        .orderBy('kind')
        .execute(),
  }
}

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
