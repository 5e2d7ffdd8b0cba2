/** What people write for a time of day. */
import { allPhrases, anyOf } from '../../languages/all.ts'
import { UserError } from '../context.ts'
import { type Option, textRead } from '../option.ts'

const MAX_LENGTH = 20
const USUAL = ['07:00', '08:00', '09:00', '12:00', '18:00']

/** A time of day, `HH:MM`. */
export const timeOfDay: Option<string | undefined> = textRead(
  {
    maxLength: MAX_LENGTH,
    complete: async (typed) => {
      const time = readTime(typed)
      return USUAL.filter((one) => one.startsWith(typed.trim()))
        .concat(time ?? [])
        .map((one) => ({ name: one, value: one }))
    },
  },
  (written) => {
    const time = readTime(written)
    if (time === undefined) throw new UserError('error.time', { time: written })
    return time
  },
)

const TIME = new RegExp(
  `^(\\d{1,2})(?:\\s?[:.h]\\s?(\\d{2})?|(?<=\\d{2})(\\d{2}))?\\s?(?:h|${anyOf(({ schedule }) => schedule?.clock)}|([ap])\\.?\\s?m\\.?)?$`,
  'i',
)
const NOON = allPhrases(({ schedule }) => schedule?.noon)
const MIDNIGHT = allPhrases(({ schedule }) => schedule?.midnight)

/**
 * `7:30`, `07.30`, `0730`, `7h30`, `7 am`, `noon` and the like as `07:30`; undefined for what is no time of day.
 */
export function readTime(typed: string): string | undefined {
  const word = typed.trim().toLowerCase()
  if (NOON.has(word)) return '12:00'
  if (MIDNIGHT.has(word)) return '00:00'
  const [, hours = '', after, joined, half] = TIME.exec(typed.trim()) ?? []
  const [hour, minute] = [Number(hours), Number(after ?? joined ?? 0)]
  if (hours === '' || minute > 59) return undefined
  if (half && (hour < 1 || hour > 12)) return undefined
  const past = half ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour
  return past > 23 ? undefined : `${String(past).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
