/** Markdown (.md, .markdown), with front matter. */
import { VFile } from 'vfile'
import { matter } from 'vfile-matter'
import type { z } from 'zod'
import { Refusal, type RefusalReason } from '../../refusal.ts'
import { boundName } from '../../text/bounds.ts'
import { parseMarkdown, type RootContent } from '../../text/markdown.ts'
import { normalise, normaliseName } from '../../text/normalise.ts'
import { type Section, sectionsOf } from '../../text/passages.ts'
import { settle } from '../../text/raised/raised.ts'
import { topicsOf } from '../../text/topics.ts'
import { decodeText } from '../encoding.ts'
import type { ParsedFile } from '../parsed.ts'
import { metadata } from '../plain/metadata.ts'
import { plainText } from '../plain/plain-text.ts'
import { checkLength } from '../text-builder.ts'
import { inlineText } from './inline.ts'

/** Of what stands in place of a date, as far as it is repeated. UTF-16 code units. */
const LONGEST_DATE = 40

/** Reads Markdown: its front matter, headings, paragraphs, lists and tables. Throws a Refusal. */
export function readMarkdown(bytes: Uint8Array): ParsedFile {
  const { fields, body } = frontMatter(decodeText(bytes))
  const whole = textOf(normalise(body))
  // A title alone is its own text.
  const { text, sections, heading } =
    whole.text === '' ? { ...plainText(fields.title ?? ''), heading: '' } : whole
  if (text === '') throw new Refusal('refusal.noText')
  checkLength(text.length)
  return {
    title: fields.title || normaliseName(heading) || null,
    source: fields.source || null,
    author: fields.author || null,
    url: fields.url ?? null,
    date: fields.date ?? null,
    language: fields.language ?? null,
    topics: topicsOf(fields, null),
    text,
    sections: sectionsOf(text, sections),
    locations: [],
  }
}

function frontMatter(raw: string): { fields: z.infer<typeof metadata>; body: string } {
  const file = new VFile(raw.replace(/^\ufeff/, ''))
  try {
    matter(file, { strip: true })
  } catch (error) {
    throw new Refusal(yamlReason(error))
  }
  const parsed = metadata.safeParse(file.data.matter ?? {})
  if (!parsed.success) throw new Refusal(fieldReason(parsed.error, file.data.matter))
  return { fields: parsed.data, body: String(file) }
}

/** The YAML library names the line, unless the fault lies in what the text refers to. */
function yamlReason(error: unknown): RefusalReason {
  const line = (error as { linePos?: { line: number }[] }).linePos?.[0]?.line
  // The library does not count the line of dashes above.
  return line === undefined
    ? { key: 'refusal.yaml' }
    : { key: 'refusal.yamlLine', values: { line: line + 1 } }
}

/** Front matter that is no list of fields at all is no better than broken YAML. */
function fieldReason({ issues: [issue] }: z.ZodError, matter: unknown): RefusalReason {
  if (!issue?.path.length) return { key: 'refusal.yaml' }
  if (issue.code !== 'custom')
    return { key: 'refusal.frontMatterField', values: { field: issue.path.join('.') } }
  const date = String((matter as { date: unknown }).date).slice(0, LONGEST_DATE)
  return { key: 'refusal.frontMatterDate', values: { date } }
}

/** Markdown as the text that a reader sees: blocks apart by an empty line, markup and raw HTML gone. */
function textOf(body: string): { text: string; sections: Section[]; heading: string } {
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
