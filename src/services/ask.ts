/** What is asked of the corpus: answers, quotations, checks of a text. Each is kept in the ledger. */
import { randomUUID } from 'node:crypto'
import {
  type Answer,
  type Checked,
  type Context,
  type Previous,
  type Quotations,
  type Scope,
  type Stage,
  UserError,
} from '../command/context.ts'
import type { Kind } from '../languages/questions/kind.ts'
import type { Hit } from '../search/search.ts'
import { claimClaude } from './allowance.ts'
import { conversation } from './conversation.ts'
import { recall } from './entries.ts'
import type { Parts } from './parts.ts'
import { checkText, knownScope } from './scope.ts'

/** What every kept entry says of its request. */
function asked({ person, server, channel, collections, isPrivate, language }: Context) {
  const { locale } = language
  return {
    id: randomUUID(),
    asked: new Date().toISOString(),
    person,
    server,
    channel,
    locale,
    collections,
    isPrivate,
  }
}

/** Answers a question, within the scope and after the questions of the conversation that it goes on from. */
export async function ask(
  parts: Parts,
  text: string,
  wanted: Scope | undefined,
  context: Context,
  followed?: Previous,
  as?: Kind,
): Promise<Answer> {
  const { corpus, brief, ledger, limits } = parts
  const question = checkText(text, 'question')
  const earlier = await conversation(followed, context, (id, reader) => recall(parts, id, reader))
  const scope = await knownScope(wanted ?? earlier.scope, context, corpus)
  const stages = timeStages(context)
  const filter = { ...scope, collections: context.collections }
  const permission = claimClaude(ledger, limits, context)
  const { questions, previous, answer: before } = earlier
  const briefing = await brief(question, filter, { ...stages, earlier: questions, before, permission, as })
  const { id = null, ...story } = previous ?? {}
  const answer: Answer = { ...asked(context), kind: 'answer', scope, previous: id, ...story, briefing }
  await ledger.save(answer)
  const { points, quotes, status, receipt, confidence, coverage } = briefing
  context.note({
    status,
    earlier: questions.length,
    points: points.length,
    quotes: quotes.length,
    documents: coverage.documents,
    confidence,
    receipt,
    stages: stages.times(),
  })
  return answer
}

/** The passages that a question finds, best first. */
export async function search(
  parts: Parts,
  question: string,
  limit: number,
  { collections }: Context,
): Promise<Hit[]> {
  return (await parts.search(checkText(question, 'question'), { collections }, limit)).hits
}

/** What speakers said on a topic. */
export async function quotations(
  { corpus, findQuotations, ledger }: Parts,
  text: string,
  wanted: Scope,
  context: Context,
): Promise<Quotations> {
  context.progress('search')
  const topic = checkText(text, 'topic')
  const scope = await knownScope(wanted, context, corpus)
  const filter = { ...scope, collections: context.collections }
  const found = await findQuotations(topic, filter, context.signal)
  const isSilent = found.length === 0 && scope.speaker !== undefined
  const others = isSilent
    ? await findQuotations(topic, { ...filter, speaker: undefined }, context.signal)
    : []
  const entry: Quotations = {
    ...{ ...asked(context), kind: 'quotations', topic, scope, quotations: found },
    ...(others.length > 0 && { others: others.length }),
  }
  await ledger.save(entry)
  context.note({ quotations: found.length })
  return entry
}

/** The claims of a text, each with the closest evidence. */
export async function check(
  { check: checkMessage, ledger, limits }: Parts,
  text: string,
  context: Context,
): Promise<Checked> {
  const message = text.toWellFormed()
  if (message.trim() === '') throw new UserError('error.emptyMessage')
  const stages = timeStages(context)
  const permission = claimClaude(ledger, limits, context)
  const made = await checkMessage(message, { collections: context.collections }, { ...stages, permission })
  const entry: Checked = { ...asked(context), kind: 'check', check: made }
  await ledger.save(entry)
  const { claims, quotes, receipt } = made
  context.note({ claims: claims.length, quotes: quotes.length, receipt, stages: stages.times() })
  return entry
}

/** Passes stages on and notes when each began, in milliseconds since the request. */
function timeStages({ progress, signal }: Context) {
  const began = performance.now()
  const noted: Partial<Record<Stage, number>> = {}
  return {
    signal,
    progress: (stage: Stage) => {
      noted[stage] = Math.round(performance.now() - began)
      progress(stage)
    },
    times: () => noted,
  }
}
