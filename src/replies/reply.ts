/** The reply that a command's value is shown as, on every surface. */
import type { Reply as CommandReply } from '../command/command.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Language } from '../locales/language.ts'
import { answerReply } from './answer.ts'
import type { Reply } from './block.ts'
import { checkReply } from './check.ts'
import {
  documentsReply,
  feedsReply,
  importedReply,
  outcomesReply,
  pageOf,
  passagesReply,
  removalReply,
  statusReply,
} from './corpus.ts'
import { dailyReply, type Shown } from './daily.ts'
import { markdownOf } from './markdown.ts'
import { quotationsReply } from './quotations.ts'
import { helpReply, saidReply, settingsReply, subscribedReply, subscriptionsReply } from './server.ts'
import { heading } from './words.ts'

export function replyOf(reply: CommandReply, language: Language, shown: Shown = {}): Reply {
  switch (reply.kind) {
    case 'entry':
      return entryReply(reply.entry, language, shown)
    case 'status':
      return statusReply(reply.status, language)
    case 'settings':
      return settingsReply(reply, language)
    case 'help':
      return helpReply(reply.commands, language)
    case 'outcomes':
      return outcomesReply(reply.outcomes, language)
    case 'imported':
      return importedReply(reply.result, language)
    case 'documents':
      return documentsReply(reply.page, language)
    case 'removal':
      return removalReply(reply.document, reply.id, language)
    case 'feeds':
      return feedsReply(reply.feeds, language)
    case 'opml':
      return pageOf([heading(language.say('feeds.head'))], {
        attached: { name: 'feeds.opml', text: reply.text },
      })
    case 'subscriptions':
      return subscriptionsReply(reply.subscriptions, language)
    case 'subscribed':
      return subscribedReply(reply.subscription, language)
    case 'said':
      return saidReply(reply, language)
    case 'passages':
      return passagesReply(reply.hits, language)
  }
}

/** An entry whole: every quotation of a list, every story. */
export function entryReply(entry: Entry, language: Language, shown: Shown = {}): Reply {
  switch (entry.kind) {
    case 'answer':
      return answerReply(entry, language)
    case 'daily':
      return dailyReply(entry, language, shown)
    case 'check':
      return checkReply(entry, language)
    case 'quotations':
      return quotationsReply(entry, language)
  }
}

/** Markdown of an entry, nothing left out. */
export const dossierOf = (entry: Entry, language: Language): string =>
  markdownOf(entryReply(entry, language), language)
