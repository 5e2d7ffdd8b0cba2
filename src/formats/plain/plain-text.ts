/** Plain text (.txt). */
import { Refusal } from '../../refusal.ts'
import { normalise, unwrap } from '../../text/normalise.ts'
import type { Section } from '../../text/passages.ts'
import { decodeText } from '../encoding.ts'
import type { ParsedFile } from '../parsed.ts'
import { checkLength, NO_ORIGIN } from '../text-builder.ts'

/** Reads plain text in whatever encoding. Throws a Refusal. */
export function readPlainText(bytes: Uint8Array): ParsedFile {
  const { text, sections } = plainText(decodeText(bytes))
  if (text === '') throw new Refusal('refusal.noText')
  checkLength(text.length)
  return { ...NO_ORIGIN, text, sections, locations: [] }
}

/** A text as one section, the lines of a paragraph joined. */
export function plainText(raw: string): { text: string; sections: Section[] } {
  const text = unwrap(normalise(raw))
  return { text, sections: [{ start: 0, end: text.length, heading: '' }] }
}
