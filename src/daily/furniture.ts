/** Lines that stand in reports of different events: a page's frame, a newsroom's own lines, background. */
import type { OpenedDocument } from '../store/documents-by-date.ts'
import type { Sentence } from './sentences.ts'

/** A shorter line may be the same by chance. UTF-16 code units. */
const SHORTEST = 20

export type IsFurniture = (sentence: Sentence) => boolean

/** Knows the lines that stand word for word in documents of more than one story. */
export function furnitureIn(stories: OpenedDocument[][]): IsFurniture {
  const storyOf = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [story, documents] of stories.entries())
    for (const { text } of documents)
      for (const line of text.split('\n')) {
        if (line.length < SHORTEST) continue
        if ((storyOf.get(line) ?? story) !== story) repeated.add(line)
        else storyOf.set(line, story)
      }
  return ({ document: { text }, start }) => {
    const from = text.lastIndexOf('\n', start - 1) + 1
    const to = text.indexOf('\n', start)
    return repeated.has(text.slice(from, to < 0 ? text.length : to))
  }
}
