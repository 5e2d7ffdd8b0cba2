/** XML as a stream of elements, by their local names. */
import { Parser } from 'htmlparser2'
import { Refusal } from '../refusal.ts'

/** Attributes by local name, and by their full one. */
export type Attributes = Record<string, string>
export type XmlHandler = {
  /** Whether an element is left out with all that it holds. */
  skip?: (name: string, attributes: Attributes) => boolean
  open?: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

const MAX_DEPTH = 1000

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML from its start to its end. Entities that a document defines itself are never expanded and nothing is
 * ever loaded: a document that defines any is refused.
 */
export function readXml(xml: string, handler: XmlHandler): void {
  let depth = 0
  let skipped = 0
  const parser = new Parser(
    {
      onprocessinginstruction: (_, data) => {
        if (/<!ENTITY|^!DOCTYPE[^>]*\[/i.test(data)) throw new Refusal('refusal.entities')
      },
      onopentag: (name, attributes) => {
        depth += 1
        if (depth > MAX_DEPTH) throw new Refusal('refusal.nesting')
        if (skipped > 0) return
        const named: Attributes = {}
        for (const [key, value] of Object.entries(attributes)) {
          named[key] = value
          named[local(key)] = value
        }
        if (handler.skip?.(local(name), named)) skipped = depth
        else handler.open?.(local(name), named)
      },
      ontext: (text) => {
        if (skipped === 0) handler.text?.(text)
      },
      onclosetag: (name) => {
        if (skipped === 0) handler.close?.(local(name))
        if (skipped === depth) skipped = 0
        depth -= 1
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}

/** The texts of an XML document's elements, the first of each local name, trimmed; without the empty ones. */
export function firstTexts(xml: string): Map<string, string> {
  const found = new Map<string, string>()
  let current = ''
  let content = ''
  readXml(xml, {
    open: (name) => {
      current = name
      content = ''
    },
    text: (text) => {
      content += text
    },
    close: (name) => {
      const text = content.trim()
      if (name === current && text !== '' && !found.has(name)) found.set(name, text)
      content = ''
    },
  })
  return found
}
