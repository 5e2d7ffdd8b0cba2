/** Rich Text Format (.rtf) as text. */
import type { ParsedFile } from '../parsed.ts'
import { TextBuilder } from '../text-builder.ts'
import { readToken, startReading } from './interpreter.ts'
import { tokensOf } from './tokens.ts'

const BRACE = 0x7b

/**
 * Reads a Rich Text document: its headings, paragraphs and tables, then its footnotes. Hidden and deleted text,
 * comments, headers and footers are left out. Throws a Refusal.
 */
export async function readRtf(bytes: Uint8Array): Promise<ParsedFile> {
  const text = new TextBuilder()
  const reading = startReading(text)
  for (const token of tokensOf(fromMark(bytes))) readToken(reading, token)
  // A document that was cut off ends no group.
  readToken(reading, { kind: 'end' })
  reading.story.finish()
  return text.finish(reading.tables.origin())
}

/** A byte order mark and blanks before a document are not of its text. */
function fromMark(bytes: Uint8Array): Uint8Array {
  const start = bytes.indexOf(BRACE)
  return start > 0 ? bytes.subarray(start) : bytes
}
