/** What a story is called: a title of its documents, else the beginning of a sentence. */
import type { WholeDocument } from '../corpus/recent.ts'

/** UTF-16 code units. */
const [SHORTEST, LONGEST] = [8, 100]
const FILE_NAME = /^[^\s]*\.\p{L}\w{1,4}$|^[\w-]+$/u

/** Whether a document's title says what it is about: not an id, not the name of a file. */
export const hasTitle = ({ id, title }: WholeDocument) =>
  title.length >= SHORTEST / 2 && title !== id && !FILE_NAME.test(title) && /\p{L}{2}/u.test(title)

/** The title of the first document that has one, else the beginning of the sentence, cut between words. */
export function headlineOf(documents: WholeDocument[], sentence: string): string {
  const titled = documents.find(hasTitle)
  if (titled) return titled.title
  const line = sentence.replace(/\s+/gu, ' ')
  if (line.length <= LONGEST) return line
  const space = line.lastIndexOf(' ', LONGEST)
  const cut = space > SHORTEST ? space : LONGEST
  return `${line.slice(0, cut).replace(/[\s,;:–—-]+$|[\ud800-\udbff]$/u, '')} …`
}
