/** Question → passages, best first. */
import type { Filter, Passage } from '../corpus/document.ts'

export type Hit = { passage: Passage; score: number }

/** Finds the passages for a question; best first, at most `limit`. */
export type Search = (question: string, filter: Filter, limit: number) => Promise<Hit[]>
