/** Drafts of stories → the stories of a digest, with quotations that are cut from the store. */
import type { Point, Quote, QuotedDocument, Receipt } from '../brief/briefing.ts'
import { verify } from '../brief/verify.ts'
import type { Draft, StoryDrafts } from '../brief/writer.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Story } from './digest.ts'
import type { StoryOutline } from './outline.ts'

type Assembled = Pick<Receipt, 'droppedCitations' | 'droppedPoints'> & {
  stories: Story[]
  quotes: Quote[]
  documents: QuotedDocument[]
}

/** The index of an item in a list, which it joins when it is new. */
function indexIn<Item>(list: Item[], item: Item, isSame: (other: Item) => boolean): number {
  const known = list.findIndex(isSame)
  return known >= 0 ? known : list.push(item) - 1
}

/** A list of stories that grows by those whose points verify. */
export function createAssembly(corpus: Corpus) {
  const made: Assembled = { stories: [], quotes: [], documents: [], droppedCitations: 0, droppedPoints: 0 }

  /** The quotations join the list when the story does. */
  async function pointOf(draft: Draft, quotes: Quote[]): Promise<Point | null> {
    const verified = await verify([draft], corpus)
    made.droppedCitations += verified.droppedCitations
    made.droppedPoints += verified.droppedPoints
    const [point] = verified.points
    if (!point) return null
    const indices = verified.quotes.map((one) =>
      indexIn(
        quotes,
        one,
        (other) => other.document === one.document && other.start === one.start && other.end === one.end,
      ),
    )
    return { ...point, quotes: indices }
  }

  /** Adds a story as it is drafted; false, and nothing is added, when no point of it has a quotation. */
  async function add(
    outline: StoryOutline,
    drafts: StoryDrafts,
    documents: QuotedDocument[],
  ): Promise<boolean> {
    const { quotes: candidates, passages: _passages, earlier: _earlier, ...story } = outline
    const quotes = [...made.quotes]
    const changed = drafts.changed && (await pointOf(drafts.changed, quotes))
    const points: Point[] = []
    for (const draft of drafts.points) {
      const point = await pointOf(draft, quotes)
      if (point) points.push(point)
    }
    if (points.length === 0 || (drafts.changed && !changed)) return false
    const said = new Set([...(changed?.quotes ?? []), ...points.flatMap((point) => point.quotes)])
    const quote = await quoteOf(candidates, said, quotes)
    if (quote === undefined) return false
    made.quotes = quotes
    const named = story.documents.flatMap((at) => documents[at] ?? [])
    made.stories.push({
      ...story,
      changed,
      points,
      quote,
      documents: named.map((info) => indexIn(made.documents, info, (other) => other.id === info.id)),
    })
    return true
  }

  /** The first that is not said already, else what is said last. */
  async function quoteOf(
    candidates: Draft[],
    said: Set<number>,
    quotes: Quote[],
  ): Promise<number | undefined> {
    for (const draft of candidates) {
      const index = (await pointOf(draft, quotes))?.quotes[0]
      if (index !== undefined && !overlaps(quotes, index, said)) return index
    }
    return [...said].at(-1)
  }

  return { made, add }
}

/** Whether a quotation shows a part of one that is shown. */
function overlaps(quotes: Quote[], index: number, said: Set<number>): boolean {
  const one = quotes[index]
  return [...said].some((at) => {
    const other = quotes[at]
    if (!one || !other || one.document !== other.document) return false
    return other.start < one.end && one.start < other.end
  })
}
