/**
 * B-cubed (Bagga & Baldwin, "Entity-based cross-document coreferencing using the vector space model", 1998; Amigó,
 * Gonzalo, Artiles & Verdejo, "A comparison of extrinsic clustering evaluation metrics", 2009): for each item, which
 * share of its cluster belongs with it (precision), and which share of what belongs with it is in its cluster (recall).
 */

/** From 0 to 1. */
export type BCubed = { precision: number; recall: number; f1: number }

/**
 * Compares clusters with the true ones, both as each item's label in the same order. Each item counts the same; F1 is
 * the harmonic mean of the two averages.
 */
export function bCubed(found: unknown[], truth: unknown[]): BCubed {
  const items = found.map((label, at) => ({ label, true: truth[at] }))
  const byLabel = Map.groupBy(items, ({ label }) => label)
  const byTruth = Map.groupBy(items, (item) => item.true)
  let [precision, recall] = [0, 0]
  for (const together of byLabel.values())
    for (const [label, common] of Map.groupBy(together, (item) => item.true)) {
      precision += common.length ** 2 / together.length / items.length
      recall += common.length ** 2 / (byTruth.get(label)?.length ?? 1) / items.length
    }
  const sum = precision + recall
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum }
}

/** Clusters of indices → each index's cluster. */
export function labelsOf(clusters: number[][]): number[] {
  const labels: number[] = []
  for (const [label, members] of clusters.entries()) for (const at of members) labels[at] = label
  return labels
}
