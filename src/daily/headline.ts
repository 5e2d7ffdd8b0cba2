/** What a story is called: a title of its documents, else the beginning of a sentence. */
import type { OpenedDocument } from '../store/documents-by-date.ts'

/** UTF-16 code units: of a sentence's beginning, and of a title. */
const SHORTEST = 8
const LONGEST = 100
const LONGEST_TITLE = 200
const FILE_NAME = /^[^\s]*\.\p{L}\w{1,4}$|^[\w-]+$/u

/** Whether a document's title says what it is about: not an id, not the name of a file. */
const hasTitle = ({ id, title }: OpenedDocument) =>
  title.length >= SHORTEST / 2 && title !== id && !FILE_NAME.test(title) && /\p{L}{2}/u.test(title)

/** The title of the first document that has one, else the beginning of the sentence, cut between words. */
export function headlineOf(documents: OpenedDocument[], sentence: string): string {
  const titled = documents.find(hasTitle)
  if (titled) return beginningOf(titled.title, LONGEST_TITLE)
  return beginningOf(sentence.replace(/\s+/gu, ' '), LONGEST)
}

/** A line of at most so many code units, cut between words. */
function beginningOf(line: string, longest: number): string {
  if (line.length <= longest) return line
  const space = line.lastIndexOf(' ', longest)
  const cut = space > SHORTEST ? space : longest
  return `${line.slice(0, cut).replace(/(?<![\s,;:–—-])[\s,;:–—-]+$|[\ud800-\udbff]$/u, '')} …`
}
