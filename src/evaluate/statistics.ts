/** The few statistics that the evaluation needs; null where there is nothing to compute from. */

export const mean = (values: number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** The share (0–1) of the items for which `holds` is true. */
export const share = <Item>(items: Item[], holds: (item: Item) => boolean): number | null =>
  items.length === 0 ? null : items.filter(holds).length / items.length

/** The smallest value that at least `percent` of the values do not exceed (nearest rank). */
export function percentile(values: number[], percent: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(1, Math.ceil((percent / 100) * sorted.length)) - 1] ?? null
}

/**
 * The area under the ROC curve: how often a positive scores above a negative, ties counting half
 * (Mann & Whitney, 1947).
 */
export function rocAuc(positives: number[], negatives: number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null
  const sorted = negatives.toSorted((a, b) => a - b)
  const wins = positives.reduce((sum, score) => {
    const below = countUntil(sorted, (value) => value < score)
    return sum + (below + countUntil(sorted, (value) => value <= score)) / 2
  }, 0)
  return wins / (positives.length * negatives.length)
}

/** How many values of a sorted list come before the first for which `holds` is false. */
function countUntil(sorted: number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] ?? Number.NaN)) low = middle + 1
    else high = middle
  }
  return low
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Words of a text, also in scripts that are written without spaces. */
export const countWords = (text: string) =>
  segmenter
    .segment(text)
    [Symbol.iterator]()
    .filter(({ isWordLike }) => isWordLike)
    .toArray().length
