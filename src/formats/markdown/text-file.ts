/** A file's bytes → documents ready to store: their text, what is known of them, and their sections. */
import { basename, dirname, extname } from 'node:path'
import { VFile } from 'vfile'
import { matter } from 'vfile-matter'
import { z } from 'zod'
import { type Location, UNKNOWN_SOURCE } from '../../document.ts'
import { Refusal } from '../../refusal.ts'
import { detectLanguage } from '../../text/analysis.ts'
import { boundName } from '../../text/bounds.ts'
import { readDate } from '../../text/date.ts'
import { parseMarkdown, type RootContent } from '../../text/markdown.ts'
import { decode, normalise, normaliseName, unwrap } from '../../text/normalise.ts'
import type { Section } from '../../text/passages.ts'
import { settle } from '../../text/raised/raised.ts'
import { topicFields, topicsOf } from '../../text/topics.ts'
import { inlineText } from './inline.ts'

/** A document before it is stored. */
export type ReadDocument = {
  id: string
  title: string
  source: string
  author: string | null
  url: string | null
  date: string | null
  language: string
  topics: string[]
  text: string
  sections: Section[]
  /** Pages, chapters, slides; none where the format has no such places. */
  locations?: Location[]
}

/** UTF-16 code units; a path in the corpus folder is no longer, and people see ids. */
const LONGEST_ID = 1000

const words = z.union([z.string(), z.number()]).transform((value) => normaliseName(String(value)))
/** A language tag as ISO 639-1; null when it has no such code, and then the text decides. */
const language = z.string().transform((tag) => {
  try {
    const code = new Intl.Locale(tag).language
    return code.length === 2 ? code : null
  } catch {
    return null
  }
})
const metadata = z.object({
  title: words.nullish(),
  source: words.nullish(),
  author: words.nullish(),
  date: z
    .union([z.date(), z.string(), z.number()])
    .transform((value, context) => {
      const date = value === '' ? null : readDate(value)
      if (date !== undefined) return date
      context.addIssue(`“${String(value).slice(0, 40)}” is no date; write it like 2024-05-16`)
      return z.NEVER
    })
    .nullish(),
  url: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .catch(null),
  language: language.nullish().catch(null),
  ...topicFields,
})
/** One bad field does not spoil the others of a line. */
const lineMetadata = metadata.extend({
  title: metadata.shape.title.catch(null),
  source: metadata.shape.source.catch(null),
  author: metadata.shape.author.catch(null),
  date: metadata.shape.date.catch(null),
})
const line = z.object({
  _id: z
    .union([
      z.string().min(1).max(LONGEST_ID, `it is longer than ${LONGEST_ID} characters; give it a shorter one`),
      z.number(),
    ])
    .transform(String),
  title: z.string().nullish(),
  text: z.string(),
  metadata: lineMetadata.nullish().catch(null),
})

const firstIssue = (error: z.ZodError) => {
  const [issue] = error.issues
  return `${issue?.path.join('.') || 'it'}: ${issue?.message}`
}

/**
 * One Markdown or plain-text file as a document. `path` is relative to the corpus folder and becomes the id.
 * Throws a Refusal that says what is wrong with the file.
 */
export function readTextFile(path: string, bytes: Uint8Array): ReadDocument {
  const raw = decode(bytes)
  const isMarkdown = /^\.(?:md|markdown)$/i.test(extname(path))
  const { fields, body } = isMarkdown ? frontMatter(raw) : { fields: {}, body: raw }
  const { text, sections, heading } = isMarkdown ? readMarkdown(normalise(body)) : plainText(body)
  if (text === '') throw new Refusal('it holds no text')
  return {
    id: path,
    title: fields.title || normaliseName(heading) || basename(path, extname(path)),
    source:
      fields.source || (dirname(path) === '.' ? UNKNOWN_SOURCE : (path.split('/')[0] ?? UNKNOWN_SOURCE)),
    author: fields.author || null,
    url: fields.url ?? null,
    date: fields.date ?? null,
    language: fields.language ?? detectLanguage(text),
    topics: topicsOf(fields, path),
    text,
    sections,
  }
}

/** One line of JSON Lines in BEIR form, from a file at `path` in the corpus folder, if it is there. Throws a Refusal. */
export function readJsonLine(json: string, path: string | null = null): ReadDocument {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Refusal('it is not valid JSON')
  }
  const parsed = line.safeParse(value)
  if (!parsed.success) throw new Refusal(firstIssue(parsed.error))
  const { _id, title, metadata: fields } = parsed.data
  const { text, sections } = plainText(parsed.data.text)
  if (text === '') throw new Refusal('its text is empty')
  return {
    id: _id,
    title: normaliseName(title ?? '') || (fields?.title ?? ''),
    source: fields?.source || UNKNOWN_SOURCE,
    author: fields?.author || null,
    url: fields?.url ?? null,
    date: fields?.date ?? null,
    language: fields?.language ?? detectLanguage(text),
    topics: topicsOf(fields ?? {}, path),
    text,
    sections,
  }
}

function plainText(raw: string): { text: string; sections: Section[]; heading: string } {
  const text = unwrap(normalise(raw))
  return { text, sections: [{ start: 0, end: text.length, heading: '' }], heading: '' }
}

function frontMatter(raw: string): { fields: z.infer<typeof metadata>; body: string } {
  const file = new VFile(raw.replace(/^\ufeff/, ''))
  try {
    matter(file, { strip: true })
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n')
    throw new Refusal(`its front matter is not valid YAML (${reason}); correct it or take it out`)
  }
  const parsed = metadata.safeParse(file.data.matter ?? {})
  if (!parsed.success) throw new Refusal(`its front matter has a fault: ${firstIssue(parsed.error)}`)
  return { fields: parsed.data, body: String(file) }
}

/** Markdown as the text that a reader sees: blocks apart by an empty line, markup and raw HTML gone. */
function readMarkdown(body: string): { text: string; sections: Section[]; heading: string } {
  const path: string[] = []
  const sections: Section[] = []
  let text = ''
  let heading = ''
  let open: Section | undefined
  const append = (block: string) => {
    const start = text === '' ? 0 : text.length + 2
    text += `${text === '' ? '' : '\n\n'}${block}`
    return { start, end: text.length }
  }
  for (const block of blocks(parseMarkdown(body).children, body)) {
    const content = normalise(settle(block.text))
    if (content === '') continue
    const span = append(content)
    if (block.depth) {
      path.length = Math.min(path.length, block.depth - 1)
      path[block.depth - 1] = boundName(content, 'heading')
      heading ||= content
      open = undefined
    } else if (open) open.end = span.end
    else {
      open = { ...span, heading: path.filter(Boolean).join(' › ') }
      sections.push(open)
    }
  }
  return { text, sections, heading }
}

type Block = { text: string; depth?: number }

function* blocks(nodes: RootContent[], source: string): Generator<Block> {
  for (const node of nodes) {
    if (node.type === 'heading') yield { text: inlineText(node, source), depth: node.depth }
    else if (node.type === 'paragraph') yield { text: inlineText(node, source) }
    else if (node.type === 'code') yield { text: node.value }
    else if (node.type === 'table')
      for (const row of node.children)
        yield { text: row.children.map((cell) => inlineText(cell, source)).join(' | ') }
    else if (
      node.type === 'blockquote' ||
      node.type === 'list' ||
      node.type === 'listItem' ||
      node.type === 'footnoteDefinition'
    )
      yield* blocks(node.children, source)
  }
}
