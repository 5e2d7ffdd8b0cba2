/** A daily briefing in the terminal. */
import type { Daily } from '../command.ts'

export const renderDaily = ({ digest }: Daily): string =>
  `${digest.stories.map(({ headline }) => headline).join('\n')}\n`

export const dailyJson = ({ digest }: Daily): object => digest
