/** Values of the chat → messages. */
import type { Logger } from 'pino'
import type { Refusal, Shown } from '../chat/surface.ts'
import type { Entry, Vote } from '../command/context.ts'
import type { Language } from '../locales/language.ts'
import { dossierOf } from '../replies/reply.ts'
import { channelMentions } from './cards/channels.ts'
import {
  ACCENT,
  button,
  type Card,
  container,
  file,
  markupCard,
  named,
  sentenceCard,
  text,
  type View,
} from './cards/parts.ts'
import { quotationCard } from './cards/quotation.ts'
import { replyCard } from './cards/reply.ts'
import { stageCard } from './cards/stages.ts'
import { withChart } from './chart.ts'

const VOTES = { up: '👍', down: '👎' }
const MAX_TITLE = 300

export type Room = Omit<View, 'now'> & { log: Logger }

/** The message that shows a value of the chat in a place. */
export async function cardOf(shown: Shown, { log, language, canThread, isPrivate }: Room): Promise<Card> {
  const view: View = { language, canThread, isPrivate, now: new Date() }
  const { say } = language
  switch (shown.kind) {
    case 'working':
      return stageCard(shown.stage, language)
    case 'refusal':
      return refusalCard(shown, language)
    case 'elsewhere':
      return elsewhereCard(shown.channels, language)
    case 'thread':
      return markupCard(say('thread.opened', { thread: `<#${shown.thread}>` }), ACCENT.answer)
    case 'voted':
      return votedCard(shown.vote, shown.id, language)
    case 'kept':
      return keptCard(shown.entry, language)
    case 'dossier':
      return dossierCard(shown.entry, language)
    case 'quotation':
      return quotationCard(shown.quotation, view)
    case 'shared':
    case 'entry':
      return replyCard({ kind: 'entry', entry: shown.entry }, await withChart(view, shown.entry, log))
    default:
      return replyCard(shown, view)
  }
}

export const refusalCard = ({ outcome, say }: Refusal, language: Language): Card =>
  sentenceCard(say(language), outcome === 'failed' ? ACCENT.fault : ACCENT.nothing)

function elsewhereCard(channels: string[], { say }: Language): Card {
  const sentence =
    channels.length > 0
      ? say('reply.channel', { channels: channelMentions(channels) })
      : say('reply.channelClosed')
  return markupCard(sentence, ACCENT.nothing)
}

function votedCard(vote: Vote, id: string, { say }: Language): Card {
  const why = button(say('button.why'), { act: 'why', id })
  return markupCard(say('feedback.thanks', { vote: VOTES[vote] }), ACCENT.answer, why)
}

function keptCard(entry: Entry, { say }: Language): Card {
  const sentence = say('reply.waiting', { question: named(titleOf(entry), MAX_TITLE) })
  const show = button(say('button.show'), { act: 'show', id: entry.id })
  return markupCard(sentence, ACCENT.nothing, show)
}

function dossierCard(entry: Entry, language: Language): Card {
  const name = 'dossier.md'
  const components = container(ACCENT.answer, [text(`-# ${language.say('button.dossier')}`), file(name)])
  return { components, files: [{ name, text: dossierOf(entry, language) }] }
}

/** What an entry is about, in the person's own words. */
function titleOf(entry: Entry): string {
  if (entry.kind === 'answer') return entry.briefing.question
  if (entry.kind === 'daily') return entry.digest.stories[0]?.headline ?? '…'
  return entry.kind === 'quotations' ? entry.topic : entry.check.message
}
