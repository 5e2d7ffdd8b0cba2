/** Standing orders for briefings. */
import { type Kysely, sql } from 'kysely'
import { bindAll } from '../bind-all.ts'
import type { PauseReason, Subscription } from './subscription.ts'
import type { LedgerTables } from './tables.ts'

/** A server, and a person; null where there is none. */
type Whose = { server: string | null; person: string }

export const openSubscriptions = (database: Kysely<LedgerTables>) =>
  bindAll(database, {
    order,
    subscription,
    subscriptionsOf,
    latestOrders,
    endSubscription,
    resumeSubscription,
    dueSubscriptions,
    nextDue,
  })

export type Subscriptions = ReturnType<typeof openSubscriptions>

/** Keeps an order; the same place, time and days again change the one that is there. Answers what is kept. */
async function order(
  database: Kysely<LedgerTables>,
  subscription: Subscription,
  ordered: string,
): Promise<Subscription> {
  const row = { ...toRow(subscription), ordered }
  const { id: _id, last: _last, ...changed } = row
  const kept = await database
    .insertInto('subscriptions')
    .values(row)
    .onConflict((conflict) =>
      conflict.expression(sql`ifnull(channel, person), time, days`).doUpdateSet(changed),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return fromRow(kept)
}

async function subscription(database: Kysely<LedgerTables>, id: string): Promise<Subscription | undefined> {
  const row = await rows(database).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Those of a server's channels, and those for a person's direct messages, the earliest time first. */
async function subscriptionsOf(
  database: Kysely<LedgerTables>,
  { server, person }: Whose,
): Promise<Subscription[]> {
  const found = await rows(database)
    .where((where) =>
      where.or([
        where('server', '=', server),
        where.and([where('server', 'is', null), where('person', '=', person)]),
      ]),
    )
    .orderBy('time')
    .orderBy('id')
    .execute()
  return found.map(fromRow)
}

/** All of a server and then all of a person, each with the latest order first. */
async function latestOrders(
  database: Kysely<LedgerTables>,
  { server, person }: Whose,
): Promise<Subscription[]> {
  const latest = rows(database).orderBy('ordered', 'desc')
  const ofServer = await latest.where('server', '=', server).execute()
  const ofPerson = await latest.where('person', '=', person).execute()
  return [...ofServer, ...ofPerson].map(fromRow)
}

/** Ends it, and what is not posted yet with it. */
async function endSubscription(database: Kysely<LedgerTables>, id: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('subscriptions').where('id', '=', id).execute()
    await transaction.deleteFrom('deliveries').where('subscription', '=', id).execute()
  })
}

async function resumeSubscription(database: Kysely<LedgerTables>, id: string, next: string): Promise<void> {
  await database
    .updateTable('subscriptions')
    .set({ paused: null, next })
    .where('id', '=', id)
    .where('paused', 'is not', null)
    .execute()
}

/** What is due at an instant, ISO 8601 in UTC; the longest due first. */
async function dueSubscriptions(
  database: Kysely<LedgerTables>,
  now: string,
  limit: number,
): Promise<Subscription[]> {
  const due = rows(database).where('paused', 'is', null).where('next', '<=', now)
  return (await due.orderBy('next').limit(limit).execute()).map(fromRow)
}

/** When something is due next. */
async function nextDue(database: Kysely<LedgerTables>): Promise<string | undefined> {
  const next = database.selectFrom('subscriptions').select('next').where('paused', 'is', null)
  return (await next.orderBy('next').limit(1).executeTakeFirst())?.next
}

const rows = (database: Kysely<LedgerTables>) => database.selectFrom('subscriptions').selectAll()

type Row = LedgerTables['subscriptions']

function toRow({ days, scope, collections, ...rest }: Subscription): Omit<Row, 'ordered'> {
  return {
    ...rest,
    days: days.join(''),
    scope: JSON.stringify(scope),
    collections: JSON.stringify(collections),
  }
}

function fromRow({ ordered: _ordered, days, scope, collections, paused, ...rest }: Row): Subscription {
  return {
    ...rest,
    days: [...days].map(Number),
    scope: JSON.parse(scope),
    collections: JSON.parse(collections),
    paused: paused as PauseReason | null,
  }
}
