/** Bytes → text, and text → the one form in which it is stored: after this, no character changes. */
import { createHash } from 'node:crypto'
import { Refusal } from '../refusal.ts'
import { visible } from './characters.ts'

/** A soft-wrapped line is about this long; shorter lines are lines on purpose (verse, chat logs). */
const WRAPPED_LINE = 55

/** Decodes UTF-8 (with or without its mark) and UTF-16 with its mark. Throws a Refusal for anything else. */
export function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('refusal.wrongEncoding')
  }
}

/**
 * Well-formed Unicode in composed form (NFC), with line feeds as the only line ends, without control and
 * zero-width marks, soft hyphens, trailing spaces or more than one empty line in a row. Quotation marks stay as they are.
 */
export function normalise(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|\u2028/g, '\n')
      .replace(/\u2029/g, '\n\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\ufeff\u200b]/g, '')
      // After the marks are gone: a letter and its accent may only now stand side by side.
      .normalize('NFC')
      .split('\n')
      // A pattern for spaces before a line's end takes quadratic time on long runs of them.
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}

/** The same on a single line. */
export const normaliseLine = (text: string) => normalise(text).replace(/\s+/g, ' ')

/** A title or name on a single line, without the characters that no reader sees. */
export const normaliseName = (text: string) => normaliseLine(visible(text))

/** Joins lines that were only wrapped at a margin, so that a sentence does not break in its middle. */
export const unwrap = (text: string) =>
  text.replace(/^(.+)\n(?=\S)(?![-*•\d#>|])/gm, (all, line: string) =>
    line.length >= WRAPPED_LINE && !/[.!?:;。！？]["”’)]*$/u.test(line) ? `${line} ` : all,
  )

/** A name as it is compared: names that differ in case only are one. */
export const fold = (name: string) => normaliseName(name).toLowerCase()

/** SHA-256, hex. */
export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
