/** The menu of quotations and the buttons below a card. */
import { ButtonStyle } from 'discord.js'
import type { Key } from '../../locales/language.ts'
import type { Action, PlainAction, Reply } from '../../replies/block.ts'
import { quoteMenu, storyMenu } from './menu.ts'
import { button, row, type View } from './parts.ts'

const LABELS = {
  follow: 'button.followUp',
  share: 'button.share',
  thread: 'button.thread',
  dossier: 'button.dossier',
  remove: 'button.remove',
} as const satisfies Partial<Record<PlainAction, Key>>

export function actionRows(reply: Reply, view: View) {
  const { id = '', actions = [], quotations = [], stories = [] } = reply
  return [
    ...row(storyMenu(id, stories, view.language)),
    ...row(quoteMenu(id, quotations, view.language)),
    ...row(
      ...actions.filter((action) => isOffered(action, view)).map((action) => buttonOf(action, id, view)),
    ),
  ]
}

/** What others see already cannot be shared, and what they do not see has no thread. */
function isOffered({ act }: Action, { isPrivate, canThread }: View): boolean {
  if (act === 'share') return isPrivate
  return act === 'thread' ? canThread && !isPrivate : true
}

function buttonOf(action: Action, id: string, { language: { say } }: View) {
  if ('page' in action) {
    const { act, page, isLater } = action
    const label = say(isLater ? 'quotations.later' : 'quotations.earlier')
    return button(label, { act, id, page }, isLater ? '▶' : '◀')
  }
  const { act } = action
  if (act === 'up' || act === 'down') return button('', { act, id }, act === 'up' ? '👍' : '👎')
  const style = act === 'remove' ? ButtonStyle.Danger : ButtonStyle.Secondary
  return button(say(LABELS[act]), { act, id }, undefined, style)
}
