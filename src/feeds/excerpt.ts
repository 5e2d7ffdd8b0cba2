/** Whether a feed holds an article or only its beginning. */
import { plain } from './text.ts'

/** Shorter than almost any article, longer than most teasers. */
const FEWEST_WORDS = 100
/** Enough of the text to count, whatever marks stand in between. */
const READ = 50_000
const CUT =
  /(?:\.\.\.|…|\[…\]|\[\.\.\.\]|»|→|\b(?:read|continue|learn) (?:more|reading|on|the (?:full|rest))\b[^.]{0,60})[\s.\])»→]{0,10}$/i
/** WordPress puts a line under every excerpt and under every article: "The post … appeared first on …". */
const SIGNATURE = { start: 'the post ', within: ['appeared first on ', 'first appeared on '], longest: 450 }

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** True when the text is shorter than a hundred words, or ends as text does that goes on elsewhere. */
export function isExcerpt(html: string): boolean {
  // The end is read as well when the middle is left out.
  const text = withoutSignature(
    plain(html.length > 2 * READ ? html.slice(0, READ) + html.slice(-READ) : html),
  )
  if (CUT.test(text.slice(-200))) return true
  let count = 0
  for (const { isWordLike } of words.segment(text)) if (isWordLike && ++count === FEWEST_WORDS) return false
  return true
}

function withoutSignature(text: string): string {
  const end = text.slice(-SIGNATURE.longest).toLowerCase()
  const at = end.lastIndexOf(SIGNATURE.start)
  const isSigned = at >= 0 && SIGNATURE.within.some((words) => end.includes(words, at))
  return isSigned ? text.slice(0, text.length - end.length + at).trimEnd() : text
}
