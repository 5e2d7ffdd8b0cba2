/** Whether a feed holds an article or only its beginning. */
import { plain } from './text.ts'

/** Shorter than almost any article, longer than most teasers. */
const FEWEST_WORDS = 100
/** Enough of the text to count, whatever marks stand in between. */
const READ = 50_000
const CUT =
  /(?:\.\.\.|…|\[…\]|\[\.\.\.\]|»|→|\b(?:read|continue|learn) (?:more|reading|on|the (?:full|rest))\b[^.]{0,60})[\s.\])»→]*$/i
/** WordPress puts this line under every excerpt and under every article. */
const SIGNATURE = /\s*The post .{0,300} (?:appeared first on|first appeared on) .{0,100}$/i

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** True when the text is shorter than a hundred words, or ends as text does that goes on elsewhere. */
export function isExcerpt(html: string): boolean {
  // The end is read as well when the middle is left out.
  const text = plain(html.length > 2 * READ ? html.slice(0, READ) + html.slice(-READ) : html).replace(
    SIGNATURE,
    '',
  )
  if (CUT.test(text.slice(-200))) return true
  let count = 0
  for (const { isWordLike } of words.segment(text)) if (isWordLike && ++count === FEWEST_WORDS) return false
  return true
}
