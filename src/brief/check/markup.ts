/** A chat message with all that is no words blanked out, so that offsets stay those of the message. */

/** A fence that nothing closes runs to the message's end. */
const CODE_BLOCK = /```[\s\S]*?(?:```|$)/g
const NO_WORDS = [
  /`[^`\n]*`/g,
  /<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|id:\w+|\/[^<>\n]{1,100}:\d+)>/g,
  /@(?:everyone|here)(?!\w)/g,
  // A full stop after an address is the sentence's.
  /<?https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]"'”’»]>?/gi,
  /^[> \t]*(?:#{1,3}[ \t]+|-#[ \t]+|[-*+•–—][ \t]+|\d{1,3}\)[ \t]+)?/gm,
  /\*+|~~|\|\|/g,
  /(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu,
]
/** Only in a list that begins with 1, so that "12. März" stays. */
const NUMBERED_LIST = /^[ \t]*1\.[ \t]/m
const NUMBERED = /^[ \t]*\d{1,3}\.[ \t]+/gm

const blank = (found: string) => ' '.repeat(found.length)

/** The message in the same length: code, mentions, emoji, addresses and the marks of lists and quotes are blanks. */
export function withoutMarkup(message: string): string {
  // An empty line keeps sentences apart that stand before and after code.
  const text = message.replace(CODE_BLOCK, (code) => `\n\n${code.slice(2).replace(/[^\n]/g, ' ')}`)
  const plain = NO_WORDS.reduce((rest, pattern) => rest.replace(pattern, blank), text)
  return NUMBERED_LIST.test(plain) ? plain.replace(NUMBERED, blank) : plain
}
