/** Kills the whole program again and again while briefings are due, and counts what became of them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import type { Subscription } from '../../src/ledger/subscription.ts'
import { type FakeDiscord, GUILD, startFakeDiscord } from '../fakes/discord.ts'

export type Killing = {
  kills: number
  /** Briefings that become due in a second. */
  perSecond: number
  channels: number
  /** Processes on one ledger. */
  processes: number
  /** Whether Discord fails now and then: 500 before and after it did what was asked, and cut connections. */
  failing: boolean
  /** How long Discord knows a nonce. Milliseconds. */
  nonceMs: number
  random: () => number
}

export type Killed = {
  kills: number
  due: number
  posted: number
  duplicates: number
  losses: number
  /** Messages that were found standing there, instead of being posted again. */
  found: number
  violations: string[]
}

/** A process is killed this long after it is ready, at most. Milliseconds. */
const LONGEST_LIFE = 2500
const START = 60_000
/** Longer than the longest pause between two attempts. Milliseconds. */
const PATIENCE = 20 * 60_000
const HOUR = 60 * 60_000

export async function killAgainAndAgain(options: Killing): Promise<Killed> {
  const home = await mkdtemp(join(tmpdir(), 'kills-'))
  const discord = await startFakeDiscord({ nonceMs: options.nonceMs })
  const channels = [discord.channelOf(GUILD)]
  while (channels.length < options.channels) channels.push(discord.addChannel(GUILD))
  await mkdir(join(home, 'corpus'))
  await writeFile(
    join(home, 'corpus', 'harbour.md'),
    '# Harbour\n\nThe harbour of Tallinn opened a new quay.\n',
  )
  const ledger = await openLedger(join(home, 'data', 'ledger.sqlite'))
  const world = { ...options, home, discord, ledger, channels }
  const count = { kills: 0, found: 0 }
  const ordering = new AbortController()
  const failing = new AbortController()
  const orders: string[] = []
  try {
    const ordered = orderAlong(world, orders, ordering.signal)
    const failed = options.failing ? failAlong(discord, options.random, failing.signal) : undefined
    await Promise.all(Array.from({ length: options.processes }, () => liveAndDie(world, count)))
    ordering.abort()
    failing.abort()
    await Promise.all([ordered, failed])
    const last = await start(world, count)
    await settled(world, orders)
    const ended = once(last, 'exit')
    last.kill('SIGTERM')
    await ended
    return { ...tally(discord, channels, orders.length), ...count, violations: discord.violations }
  } finally {
    ordering.abort()
    failing.abort()
    await ledger.close()
    await discord.stop()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

type World = Omit<Killing, 'channels'> & {
  home: string
  discord: FakeDiscord
  ledger: Ledger
  channels: string[]
}
type Count = { kills: number; found: number }

/** Starts a process and kills it at a random instant, until there were enough kills. */
async function liveAndDie(world: World, count: Count): Promise<void> {
  while (count.kills < world.kills) {
    const child = await start(world, count)
    await wait(world.random() * LONGEST_LIFE)
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    count.kills += 1
  }
}

/** Resolves when it is ready to post. */
async function start({ home, discord }: World, count: Count): Promise<ChildProcess> {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: join(home, 'data'),
    CORPUS_DIR: join(home, 'corpus'),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    ANTHROPIC_API_KEY: '',
    LOG_LEVEL: 'info',
  }
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The program did not start: ${log.slice(-2000)}`)), START)
    child.once('exit', () => reject(new Error(`The program ended: ${log}`)))
    child.stderr.on('data', (chunk) => {
      const text = String(chunk)
      log = (log + text).slice(-5000)
      count.found += text.split('"found":true').length - 1
      if (!log.includes('Discord is ready')) return
      clearTimeout(late)
      resolve()
    })
  })
  return child
}

/** Every second some more subscriptions, due in a moment. */
async function orderAlong(world: World, orders: string[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const due = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1000).toISOString()
    for (let made = 0; made < world.perSecond; made += 1) {
      const channel = world.channels[orders.length % world.channels.length] ?? null
      const ordered = subscription(channel, orders.length, due)
      await world.ledger.order(ordered, new Date().toISOString())
      orders.push(ordered.id)
    }
    await wait(1000, undefined, { signal }).catch(() => {})
  }
}

/** One that is due now, and not again for hours. */
function subscription(channel: string | null, number: number, next: string): Subscription {
  const time = new Date(Date.now() + 6 * HOUR + (number % 700) * 60_000).toISOString().slice(11, 16)
  return {
    ...{ id: randomUUID(), person: '100000000000000001', server: GUILD, channel, time, zone: 'UTC' },
    ...{ days: [1, 2, 3, 4, 5, 6, 7].slice(0, 7 - (Math.floor(number / 700) % 3)), locale: 'en' },
    ...{ scope: { topics: [], sources: [] }, collections: ['shared'], next, last: null, paused: null },
  }
}

async function failAlong(discord: FakeDiscord, random: () => number, signal: AbortSignal): Promise<void> {
  const path = /^\/channels\/\d+\/messages$/
  while (!signal.aborted) {
    const status = random() < 0.5 ? 500 : 0
    const times = 1 + Math.floor(random() * 6)
    const method = random() < 0.8 ? 'POST' : 'GET'
    discord.failNext({ method, path, status, times, afterApplying: random() < 0.7 })
    await wait(300 + random() * 1200, undefined, { signal }).catch(() => {})
  }
}

/** Resolves when nothing is left to do for any subscription: what failed often is tried again after minutes only. */
async function settled({ ledger }: World, orders: string[]): Promise<void> {
  let left = orders
  for (const end = Date.now() + PATIENCE; left.length > 0 && Date.now() < end; await wait(500)) {
    const deliveries = await Promise.all(left.map((id) => ledger.deliveriesOf(id)))
    left = left.filter((_, at) => !deliveries[at]?.length || deliveries[at].some(isOpen))
  }
}

const isOpen = ({ state }: { state: string }) => state === 'open'

function tally(discord: FakeDiscord, channels: string[], due: number) {
  const posted = channels.flatMap((channel) => discord.messagesIn(channel))
  const different = new Set(posted.map(({ nonce }) => nonce))
  const duplicates = posted.length - different.size
  return { due, posted: posted.length, duplicates, losses: due - different.size }
}
