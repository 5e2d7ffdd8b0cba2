/** The learned weights: linear in the named figures, made by `npm run train`. */
import type { SentenceFeatures } from './features.ts'
import weights from './weights.json' with { type: 'json' }

/** A linear model: a weight for each figure, and a constant. */
export type LinearModel = { weights: Record<string, number>; bias: number }

/** The model's value for some figures; a figure that it has no weight for counts nothing. */
export function linearValue({ weights, bias }: LinearModel, features: Record<string, number>): number {
  return Object.entries(features).reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, bias)
}

/** How good a sentence is as evidence; values compare within one question only. */
export const sentenceScore = (features: SentenceFeatures) => linearValue(weights.sentence, features)

/** How surely (0–1) a corpus answers: the logistic function of the model's value. */
export const confidenceOf = (features: Record<string, number>) =>
  1 / (1 + Math.exp(-linearValue(weights.confidence, features)))
