/** How an answer of each kind is made, without a model. */
import type { Kind } from '../../languages/questions/kind.ts'
import { CONFIDENCE_THRESHOLD } from '../confidence.ts'
import { askedIn } from '../support.ts'
import { comparison } from './comparison.ts'
import { asksForHolder, definition, holderOf } from './definition.ts'
import { itemsAnnounced, list } from './list.ts'
import { lookup, why } from './lookup.ts'
import type { Compose, Material } from './material.ts'
import { said } from './said.ts'
import { summary } from './summary.ts'
import { timeline } from './timeline.ts'

/** Where the best sentence of an answer announces items, they are the answer. */
const withItems =
  (compose: Compose): Compose =>
  async (material) => {
    const drafts = await compose(material)
    const isAnnounced = drafts.slice(0, 2).some(({ text }) => /[:：]$/u.test(text))
    // A fact that is asked for is no list.
    if (!isAnnounced || askedIn(material.question).expected !== null) return drafts
    const items = await itemsAnnounced(material)
    return items.length > 0 ? items : drafts
  }

const own: Record<Exclude<Kind, 'help' | 'said' | 'definition'>, Compose> = {
  lookup: withItems(lookup),
  role: withItems(lookup),
  summary,
  comparison,
  timeline,
  list,
  why,
  yesno: lookup,
}

/** What is found by no way of its own kind may still be answered as a look-up, where that is sure. */
const orLookup =
  (compose: Compose): Compose =>
  async (material) => {
    const drafts = await compose(material)
    return drafts.length > 0 || material.confidence < CONFIDENCE_THRESHOLD ? drafts : lookup(material)
  }

/** Every kind but help, which is about the bot. What somebody said, or who holds a role, is answered by nothing else. */
export const composers = {
  ...(Object.fromEntries(
    Object.entries(own).map(([kind, compose]) => [kind, orLookup(compose)]),
  ) as typeof own),
  said,
  definition: (material: Material) =>
    asksForHolder(material) ? holderOf(material) : orLookup(definition)(material),
}
