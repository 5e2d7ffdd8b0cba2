/** Lines of a reply as Discord's Markdown, in which words from outside are inert. */
import type { Language } from '../../locales/language.ts'
import type { Cited, DatePart, Outside, Part, Words } from '../../replies/block.ts'
import { oneLine } from '../../text/one-line.ts'
import { channelMentions } from './channels.ts'
import { bounded } from './escape.ts'
import type { Limits } from './limits.ts'
import { dated, day, moment, stamp, type View } from './parts.ts'

/** How much of everything there is room for, and for whom. */
export type Fit = { limits: Limits; view: Pick<View, 'language' | 'now'> }

/**
 * A line in at most `room` UTF-16 code units where its least form allows it: words from outside that nothing else
 * bounds share what the others leave.
 */
export function lineText(words: Words, fit: Fit, room = Infinity): string {
  const fixed = words.map((part) => (isFree(part) ? '' : partText(part, fit, room)))
  const left = Math.max(1, room - fixed.join('').length - 2)
  return words
    .map((part, at) => (isFree(part) ? bounded(oneLine(part.outside), left).text : fixed[at]))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim()
}

const isFree = (part: Part): part is Outside =>
  typeof part === 'object' && 'outside' in part && !part.as && !part.most && !part.share

function partText(part: Part, fit: Fit, room: number): string {
  if (typeof part === 'string') return part
  if ('outside' in part) return bounded(oneLine(part.outside), mostOf(part, fit, room)).text
  if ('strong' in part) return `**${lineText(part.strong, fit, room)}**`
  if ('rank' in part) return part.called
  if ('label' in part) return lineText(part.label, fit, room)
  if ('marks' in part) return marksText(part.marks, fit.limits.marks)
  if ('typed' in part) return ''
  if ('doubtful' in part) return doubtText(fit.view.language, room)
  if ('date' in part) return dateText(part, fit)
  if ('instant' in part) return stamp(part.instant)
  return channelMentions([part.channel]) || '…'
}

const mostOf = ({ as, most, share }: Outside, { limits }: Fit, room: number): number =>
  Math.min(
    as ? limits[as] : Infinity,
    most ?? Infinity,
    share ? Math.max(1, Math.floor(room / share)) : Infinity,
  )

/** ` **[1]** **[3]**`: the numbers of the documents that quotations come from; '' when none of them is listed. */
function marksText(cited: Cited[], most: number): string {
  const numbers = [...new Set(cited.map(({ documentNumber }) => documentNumber))].filter((n) => n > 0)
  const marks = numbers.slice(0, most).map((number) => ` **[${number}]**`)
  return [...marks, ...(numbers.length > most ? [' …'] : [])].join('')
}

function doubtText({ say }: Language, room: number): string {
  const doubt = say('card.doubtfulNumber')
  return doubt.length < room / 3 ? ` (${doubt})` : ' ⚠'
}

function dateText({ date, as }: DatePart, { view }: Fit): string {
  if (as === 'moment') return moment(date, view)
  return as === 'aged' ? dated(date, view) : day(date, view.language)
}
