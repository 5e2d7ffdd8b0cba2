/** How much of each part a card shows. */

export type Limits = {
  /** Characters of the question or topic, and of the other sentences from outside. */
  question: number
  /** Characters of a publisher's or a person's name. */
  name: number
  title: number
  reason: number
  /** How many documents, points and numbers beside a point are shown. */
  sources: number
  points: number
  marks: number
  /** How many disagreements are shown, and how many quotations of each. */
  sides: number
}

const ALL = Infinity
export const WHOLE: Limits = {
  question: ALL,
  name: ALL,
  title: ALL,
  reason: ALL,
  sources: ALL,
  points: ALL,
  marks: ALL,
  sides: ALL,
}
const TIGHT: Limits = {
  question: 300,
  name: 60,
  title: 80,
  reason: 200,
  sources: 8,
  points: 12,
  marks: 8,
  sides: 3,
}
const SCANT: Limits = {
  question: 150,
  name: 30,
  title: 30,
  reason: 60,
  sources: 4,
  points: 6,
  marks: 3,
  sides: 2,
}

/** From everything to what fits into a message whatever the texts are. */
export const STEPS = [WHOLE, TIGHT, SCANT]

/** Lays out each entry in its part of the budget; what a short one leaves, the later ones get. */
export function share<T>(
  entries: T[],
  budget: number,
  block: (entry: T, index: number, budget: number) => string,
): string[] {
  let left = budget
  return entries.map((entry, index) => {
    const made = block(entry, index, Math.floor(left / (entries.length - index)) - 2)
    left -= made.length + 2
    return made
  })
}
