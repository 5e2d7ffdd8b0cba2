/** One request from beginning to end: acknowledged, worked on, delivered, and told in one line of the log. */
import type { Logger } from 'pino'
import { type Context, type Entry, type Services, type Settings, UserError } from '../command/context.ts'
import { passingFault } from '../services/faults.ts'
import { Ended, type Job, type Jobs } from './jobs.ts'
import type { QuestionLimit } from './limit.ts'
import { createStates } from './states.ts'
import { type Refusal, type Replying, refusal, type Shown, Unshowable, type Working } from './surface.ts'

/** What all requests of a surface share. */
export type Chat = {
  services: Services
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  jobs: Jobs
  limit: QuestionLimit
  /** Between two states of the work that are shown. */
  pauseMs: number
}

type Asker =
  | 'person'
  | 'server'
  | 'channel'
  | 'collections'
  | 'own'
  | 'isManager'
  | 'findChannel'
  | 'maySee'
  | 'language'
/** Who asks, and where. */
export type Place = Pick<Context, Asker> & {
  /** The channel that a thread belongs to; null elsewhere. */
  parent: string | null
  /** Nobody else reads what is said here. */
  isDirect: boolean
}

export type Request = {
  /** As the log names it. */
  command: string
  place: Place
  settings: Settings
  previous?: Context['previous']
  /** Only its person sees what comes of it. */
  isPrivate: boolean
  surface: Replying
  work: (context: Context) => Promise<Shown>
  /** Called when the work is done, before it is delivered. */
  onDone?: () => void
  /** Ends the work from outside, such as Ctrl-C. */
  signal?: AbortSignal | undefined
}

/** What came of a request; nothing when it could not even be acknowledged. */
export type Done = { shown?: Shown; isDelivered: boolean }

/** One request as the log line tells it; stages are milliseconds since its beginning. */
type Line = { requestId: string; command: string; stages: Record<string, number>; outcome: string }
type Life = { chat: Chat; request: Request; job: Job; line: Line; begun: number }

/** Resolves when the person has what came of it, or cannot be reached; never rejects. */
export async function runRequest(chat: Chat, request: Request): Promise<Done> {
  return await chat.jobs.run(async (job) => {
    const line = { requestId: job.requestId, command: request.command, stages: {}, outcome: 'failed' }
    const life = { chat, request, job, line, begun: performance.now() }
    const done = await live(life)
    chat.log.info({ ...line, ms: millisecondsOf(life) }, 'request')
    return done
  })
}

const millisecondsOf = ({ begun }: Life) => Math.round(performance.now() - begun)

async function live(life: Life): Promise<Done> {
  const { chat, request, line } = life
  const done: Done = { isDelivered: false }
  try {
    await request.surface.acknowledge(request.isPrivate)
    done.shown = await workedOn(life)
    request.onDone?.()
    await deliver(life, done.shown)
    done.isDelivered = true
    const entry = entryOf(done.shown)
    if (entry) await chat.services.conversations.delivered(entry.id)
  } catch (error) {
    if (!done.isDelivered) line.outcome = 'undelivered'
    const happened = done.isDelivered ? 'the delivery was not recorded' : 'the reply reached nobody'
    chat.log.warn({ requestId: line.requestId, error }, happened)
    const entry = entryOf(done.shown)
    if (entry && !done.isDelivered) await keep(chat, entry)
  }
  return done
}

const entryOf = (shown: Shown | undefined) => (shown?.kind === 'entry' ? shown.entry : undefined)

async function keep({ services, log }: Chat, entry: Entry): Promise<void> {
  try {
    await services.conversations.keep(entry.id)
  } catch (error) {
    log.error({ error }, 'an answer that reached nobody was not kept')
  }
}

/** What came of the work; a fault becomes a sentence. */
async function workedOn(life: Life): Promise<Shown> {
  const { chat, request, job, line } = life
  const states = createStates(
    request.surface.show,
    (error) => chat.log.warn({ requestId: line.requestId, error }, 'a stage was not shown'),
    chat.pauseMs,
  )
  try {
    const shown = await job.race(request.work(contextOf(life, states.push)))
    line.outcome = outcomeOf(shown)
    return shown
  } catch (error) {
    return explain(life, error)
  } finally {
    await states.close()
  }
}

function contextOf(life: Life, push: (state: Working) => void): Context {
  const { request, job, line } = life
  const { place, settings, previous, isPrivate, signal } = request
  return {
    ...place,
    settings,
    previous,
    isPrivate: isPrivate || place.isDirect,
    requestId: job.requestId,
    signal: signal ? AbortSignal.any([job.signal, signal]) : job.signal,
    progress: (stage) => {
      line.stages[stage] = millisecondsOf(life)
      push({ kind: 'working', stage })
    },
    count: (done) => push({ kind: 'working', stage: 'add', done }),
    note: (fields) => Object.assign(line, fields, { stages: line.stages }),
  }
}

/** Shows what came of it, or why it cannot be shown. */
async function deliver(life: Life, shown: Shown): Promise<void> {
  try {
    await life.request.surface.show(shown)
  } catch (error) {
    if (!(error instanceof Unshowable)) throw error
    await life.request.surface.show(explain(life, error.cause))
  }
}

/** As the log tells it. */
function outcomeOf(shown: Shown): string {
  if (shown.kind === 'refusal') return shown.outcome
  if (shown.kind !== 'entry') return 'answered'
  const { entry } = shown
  if (entry.kind === 'daily') return entry.digest.stories.length > 0 ? 'told' : 'quiet'
  return entry.kind === 'answer' ? entry.briefing.status : 'answered'
}

/** The fault as a sentence for the person; what is ours stands in the log with an id. */
function explain({ chat: { log }, request, line }: Life, error: unknown): Refusal {
  const { requestId, command } = line
  const passing = passingFault(error)
  if (passing) log.warn({ requestId, command, error }, 'request put off')
  const explained = { ...sentenceOf(error, passing, request.signal, requestId), error }
  line.outcome = explained.outcome
  if (explained.outcome === 'failed') log.error({ requestId, command, error }, 'request failed')
  return explained
}

function sentenceOf(
  error: unknown,
  passing: UserError | undefined,
  signal: AbortSignal | undefined,
  id: string,
): Refusal {
  if (error instanceof Ended) return refusal(error.ending, `reply.${error.ending}`)
  const said = error instanceof UserError ? error : passing
  if (said) return { kind: 'refusal', outcome: 'refused', say: said.say }
  return signal?.aborted ? refusal('stopped', 'reply.stopped') : refusal('failed', 'reply.failed', { id })
}
