/** A feed's bytes → text. */
import { decode } from '../formats/decode.ts'

const WINDOWS = new TextDecoder('windows-1252')

/** The text of a feed. `contentType` is the header that it came with. */
export const decodeFeed = (bytes: Uint8Array, contentType?: string | null): string =>
  withQuotes(decode(bytes, { as: 'feed', contentType: contentType ?? undefined }))

/** Control characters that nobody means: quotation marks and dashes of Windows-1252, encoded as if they were Latin-1. */
const withQuotes = (text: string) =>
  text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS.decode(Uint8Array.of(char.charCodeAt(0))))
