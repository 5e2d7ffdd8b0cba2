/** One request from beginning to end: acknowledged, worked on, delivered, and told in one line of the log. */
import { RESTJSONErrorCodes } from 'discord.js'
import type { Logger } from 'pino'
import type { Command } from '../command/command.ts'
import { type Context, type Entry, type Services, UserError } from '../command/context.ts'
import { passingFault } from '../services/faults.ts'
import { ACCENT, type Card, sentenceCard } from './cards/parts.ts'
import { stageCard } from './cards/stages.ts'
import { deliver, hasCode } from './deliver.ts'
import { describeError } from './describe-error.ts'
import { createEditor } from './editor.ts'
import { Ended, type Job, type Jobs } from './jobs.ts'
import type { QuestionLimit } from './limit.ts'
import type { Place } from './place.ts'
import type { Responder } from './responder.ts'

export type Parts = {
  commands: Command[]
  services: Services
  log: Logger
  jobs: Jobs
  limit: QuestionLimit
}

/** What came of the work: the message, and the entry that it shows. */
export type Outcome = { card: Card; outcome: string; entry?: Entry }
/** One request as the log line tells it; stages are milliseconds since its beginning. */
type Line = { requestId: string; command: string; stages: Record<string, number>; outcome: string }

export type Request = {
  command: string
  place: Place
  /** Only its person sees what comes of it. */
  isPrivate: boolean
  responder: Responder
  work: (context: Context, job: Job) => Promise<Outcome>
  /** Called when the work is done, before it is delivered. */
  onDone?: () => void
}

/** Resolves to true when the person has what came of it; never rejects. */
export async function runRequest(parts: Parts, request: Request): Promise<boolean> {
  const { jobs, log, services } = parts
  const { command, place, isPrivate, responder, work } = request
  let reached = false
  await jobs.run(async (job) => {
    const begun = performance.now()
    const line: Line = { requestId: job.requestId, command, stages: {}, outcome: 'failed' }
    let entry: Entry | undefined
    try {
      await responder.acknowledge(stageCard('search', place.language))
      const { card } = await worked()
      request.onDone?.()
      await deliver(responder, card).catch((error: unknown) => {
        if (!hasCode(error, RESTJSONErrorCodes.InvalidFormBodyOrContentType)) throw error
        return responder.show(explain(error, line))
      })
      reached = true
      if (entry) await services.conversations.delivered(entry.id)
    } catch (error) {
      if (!reached) line.outcome = 'undelivered'
      const happened = reached ? 'the delivery was not recorded' : 'the reply reached nobody'
      log.warn({ requestId: job.requestId, error: describeError(error) }, happened)
      if (entry && !reached) await keep(entry)
    }
    log.info({ ...line, ms: Math.round(performance.now() - begun) }, 'request')

    async function worked(): Promise<{ card: Card }> {
      const { progress, close } = showProgress(begun, line)
      const note: Context['note'] = (fields) => Object.assign(line, fields, { stages: line.stages })
      const { canThread: _canThread, parent: _parent, ...asker } = place
      const count: Context['count'] = () => {}
      const context = {
        ...asker,
        isPrivate,
        count,
        requestId: job.requestId,
        signal: job.signal,
        progress,
        note,
      }
      try {
        const done = await job.race(work(context, job))
        line.outcome = done.outcome
        entry = done.entry
        return done
      } catch (error) {
        return { card: explain(error, line) }
      } finally {
        await close()
      }
    }
  })
  return reached

  async function keep(entry: Entry): Promise<void> {
    try {
      await services.conversations.keep(entry.id)
    } catch (error) {
      log.error({ error: describeError(error) }, 'an answer that reached nobody was not kept')
    }
  }

  function showProgress(begun: number, line: Line) {
    const editor = createEditor(responder.show, (error) =>
      log.warn({ requestId: line.requestId, error: describeError(error) }, 'a stage was not shown'),
    )
    const progress: Context['progress'] = (stage) => {
      line.stages[stage] = Math.round(performance.now() - begun)
      editor.push(stageCard(stage, place.language))
    }
    return { progress, close: editor.close }
  }

  /** The fault as a sentence for the person; what is ours stands in the log with an id. */
  function explain(error: unknown, line: Line): Card {
    const { say } = place.language
    if (error instanceof Ended) {
      line.outcome = error.ending
      return sentenceCard(say(`reply.${error.ending}`), ACCENT.nothing)
    }
    const passing = passingFault(error)
    const said = error instanceof UserError ? error : passing
    const { requestId } = line
    if (passing)
      log.warn({ requestId, command: line.command, error: describeError(error) }, 'request put off')
    if (said) {
      line.outcome = 'refused'
      return sentenceCard(said.say(place.language), ACCENT.nothing)
    }
    line.outcome = 'failed'
    log.error({ requestId, command: line.command, error: describeError(error) }, 'request failed')
    return sentenceCard(say('reply.failed', { id: requestId }))
  }
}
