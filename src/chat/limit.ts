/** How much is asked and sent in a stretch of time. */
import { RateLimiterMemory, RateLimiterQueue, RateLimiterRes } from 'rate-limiter-flexible'

const MINUTE_SECONDS = 60

/** Counts one question of a person: seconds to wait, at least 1, or 0 when it may be asked. */
export type QuestionLimit = (person: string) => Promise<number>

export function createQuestionLimit(perMinute: number): QuestionLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS })
  return (person) => secondsToWait(limiter, person)
}

/** Where nobody has to wait for anybody. */
export const noLimit: QuestionLimit = async () => 0

async function secondsToWait(limiter: RateLimiterMemory, person: string): Promise<number> {
  try {
    await limiter.consume(person)
    return 0
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
  }
}

/** Resolves when it is one's turn: at most so many in a stretch of time, those beyond wait. */
export type Turns = () => Promise<unknown>

export function createTurns(many: number, seconds: number): Turns {
  const queue = new RateLimiterQueue(new RateLimiterMemory({ points: many, duration: seconds }))
  return () => queue.removeTokens(1)
}
