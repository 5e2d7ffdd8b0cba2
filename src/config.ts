/** Environment → settings: the only reader of process.env. */
import { config as readDotenv } from 'dotenv'
import { z } from 'zod'

export type Config = {
  corpusDir: string
  dataDir: string
  discordToken: string | undefined
  discordApiUrl: string | undefined
  anthropicApiKey: string | undefined
  anthropicBaseUrl: string | undefined
  model: string
  effort: string | undefined
  claudeDailyTokens: number
  claudeDailyAnswers: number | null
  questionsPerMinute: number
  logLevel: string | undefined
}

const path = z.string()
const url = z
  .url({ protocol: /^https?$/, error: 'is not a web address; write it like https://example.org' })
  .optional()
const secret = z
  .string()
  .regex(/^\S+$/, 'holds white space; paste it again, without quotation marks')
  .optional()

const schema = z.object({
  CORPUS_DIR: path.default('corpus'),
  DATA_DIR: path.default('data'),
  DISCORD_TOKEN: secret,
  DISCORD_API_URL: url,
  ANTHROPIC_API_KEY: secret,
  ANTHROPIC_BASE_URL: url,
  ATTACHE_MODEL: z.string().default('claude-haiku-5-5'),
  ATTACHE_EFFORT: z
    .enum(['low', 'medium', 'high'], 'is not low, medium or high; leave it out for the model’s own choice')
    .optional(),
  CLAUDE_DAILY_TOKENS: z.coerce
    .number('is not a number; write it like 2000000')
    .int('is not a whole number; write it like 2000000')
    .min(0, 'is below 0; write 0 to answer without Claude')
    .default(2_000_000),
  CLAUDE_DAILY_ANSWERS: z.coerce
    .number('is not a number; write it like 50')
    .int('is not a whole number; write it like 50')
    .min(0, 'is below 0; write 0 to answer without Claude')
    .optional(),
  QUESTIONS_PER_MINUTE: z.coerce
    .number('is not a number; write it like 60')
    .int('is not a whole number; write it like 60')
    .min(1, 'is below 1; write at least 1')
    .default(60),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'is not a level; write fatal, error, warn, info, debug, trace or silent',
    )
    .optional(),
})

export type Environment = Record<string, string | undefined>

/** The environment of this process, completed from a `.env` file in the current folder. */
export function processEnvironment(): Environment {
  readDotenv({ quiet: true })
  return process.env
}

/** Makes a folder the place for temporary files of this process, its threads and its libraries. */
export function setTemporaryFolder(path: string): void {
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = path
}

/**
 * Reads settings; an empty variable counts as not set.
 * Throws an Error with one sentence per broken setting, which names it and the fix, and never shows its value.
 */
export function readConfig(environment: Environment): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = schema.safeParse(set)
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}.`).join('\n'),
    )
  const settings = parsed.data
  return {
    corpusDir: settings.CORPUS_DIR,
    dataDir: settings.DATA_DIR,
    discordToken: settings.DISCORD_TOKEN,
    discordApiUrl: settings.DISCORD_API_URL?.replace(/(?<!\/)\/+$/, ''),
    anthropicApiKey: settings.ANTHROPIC_API_KEY,
    anthropicBaseUrl: settings.ANTHROPIC_BASE_URL,
    model: settings.ATTACHE_MODEL,
    effort: settings.ATTACHE_EFFORT,
    claudeDailyTokens: settings.CLAUDE_DAILY_TOKENS,
    claudeDailyAnswers: settings.CLAUDE_DAILY_ANSWERS ?? null,
    questionsPerMinute: settings.QUESTIONS_PER_MINUTE,
    logLevel: settings.LOG_LEVEL,
  }
}
