/** What front matter and lines of JSON say of a document. */
import { z } from 'zod'
import { readDate } from '../../text/date.ts'
import { normaliseName } from '../../text/normalise.ts'
import { topicFields } from '../../text/topics.ts'
import { languageOf } from '../text-builder.ts'

const words = z.union([z.string(), z.number()]).transform((value) => normaliseName(String(value)))
/** The fields of front matter. */
export const metadata = z.object({
  title: words.nullish(),
  source: words.nullish(),
  author: words.nullish(),
  date: z
    .union([z.date(), z.string(), z.number()])
    .transform((value, context) => {
      const date = value === '' ? null : readDate(value)
      if (date !== undefined) return date
      context.addIssue({ code: 'custom', input: value })
      return z.NEVER
    })
    .nullish(),
  url: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .catch(null),
  language: z.string().transform(languageOf).nullish().catch(null),
  ...topicFields,
})
/** One bad field does not spoil the others of a line. */
export const lineMetadata = metadata.extend({
  title: metadata.shape.title.catch(null),
  source: metadata.shape.source.catch(null),
  author: metadata.shape.author.catch(null),
  date: metadata.shape.date.catch(null),
})
