/** How many questions one person may ask in a minute. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const MINUTE = 60

/** Counts one question of a person: seconds to wait, at least 1, or 0 when it may be asked. */
export type QuestionLimit = (person: string) => Promise<number>

export function createQuestionLimit(perMinute: number): QuestionLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: MINUTE })
  return async (person) => {
    try {
      await limiter.consume(person)
      return 0
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    }
  }
}
