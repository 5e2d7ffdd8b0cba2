/** Standing orders for briefings. */
import { type Kysely, sql } from 'kysely'
import type { PauseReason, Subscription } from './subscription.ts'
import type { LedgerTables } from './tables.ts'

/** A Discord server, and a person; null where there is none. */
type Whose = { server: string | null; person: string }

export type Subscriptions = {
  /** Keeps an order; the same place, time and days again change the one that is there. Answers what is kept. */
  order: (subscription: Subscription, ordered: string) => Promise<Subscription>
  subscription: (id: string) => Promise<Subscription | undefined>
  /** Those of a server's channels, and those for a person's direct messages, the earliest time first. */
  subscriptionsOf: (whose: Whose) => Promise<Subscription[]>
  /** All of a server and then all of a person, each with the latest order first. */
  latestOrders: (whose: Whose) => Promise<Subscription[]>
  /** Ends it, and what is not posted yet with it. */
  endSubscription: (id: string) => Promise<void>
  resumeSubscription: (id: string, next: string) => Promise<void>
  /** What is due at an instant, ISO 8601 in UTC; the longest due first. */
  dueSubscriptions: (now: string, limit: number) => Promise<Subscription[]>
  /** When something is due next. */
  nextDue: () => Promise<string | undefined>
}

export function openSubscriptions(database: Kysely<LedgerTables>): Subscriptions {
  const rows = () => database.selectFrom('subscriptions').selectAll()
  return {
    order: async (subscription, ordered) => {
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
    },
    subscription: async (id) => {
      const row = await rows().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },
    subscriptionsOf: async ({ server, person }) => {
      const found = await rows()
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
    },
    latestOrders: async ({ server, person }) => {
      const latest = rows().orderBy('ordered', 'desc')
      const ofServer = await latest.where('server', '=', server).execute()
      const ofPerson = await latest.where('person', '=', person).execute()
      return [...ofServer, ...ofPerson].map(fromRow)
    },
    endSubscription: async (id) => {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('subscriptions').where('id', '=', id).execute()
        await transaction.deleteFrom('deliveries').where('subscription', '=', id).execute()
      })
    },
    resumeSubscription: async (id, next) => {
      await database
        .updateTable('subscriptions')
        .set({ paused: null, next })
        .where('id', '=', id)
        .where('paused', 'is not', null)
        .execute()
    },
    dueSubscriptions: async (now, limit) => {
      const due = rows().where('paused', 'is', null).where('next', '<=', now)
      return (await due.orderBy('next').limit(limit).execute()).map(fromRow)
    },
    nextDue: async () => {
      const next = database.selectFrom('subscriptions').select('next').where('paused', 'is', null)
      return (await next.orderBy('next').limit(1).executeTakeFirst())?.next
    },
  }
}

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
