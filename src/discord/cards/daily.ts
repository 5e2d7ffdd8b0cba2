/** A daily briefing as one Discord message. */
import type { Daily, Subscription } from '../../command.ts'
import { ACCENT, type Card, sentenceCard, type View } from './parts.ts'

export const dailyCard = ({ digest }: Daily, _view: View): Card =>
  sentenceCard(digest.stories.map(({ headline }) => headline).join('\n') || '…', ACCENT.answer)

export const subscriptionsCard = (subscriptions: Subscription[], _view: View): Card =>
  sentenceCard(subscriptions.map(({ time }) => time).join('\n') || '…', ACCENT.answer)
