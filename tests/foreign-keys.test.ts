/** Names that every object inherits (constructor, toString …) are strangers' words like others, wherever they look something up. */
import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { missingNumbers } from '../src/brief/verify.ts'
import { parseFeed } from '../src/feeds/parse.ts'
import { readMarkdown } from '../src/formats/markdown/markdown.ts'
import { readJsonLine } from '../src/formats/plain/json-line.ts'
import { readItem } from '../src/ingest/read-item.ts'
import { Refusal } from '../src/refusal.ts'
import { parseWords } from '../src/terminal/line.ts'
import { typedCommands } from '../src/terminal/terminal.ts'
import { analyse } from '../src/text/analysis.ts'
import { speakerOf } from '../src/text/speakers/speaker.ts'
import { decompress } from '../src/web/decompress.ts'

const KEYS = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'isPrototypeOf']
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe.each(KEYS)('%s', (key) => {
  test('as a content encoding is refused', async () => {
    const tooLarge = new Refusal({ key: 'refusal.tooLarge', values: { limit: 1 } })
    await expect(decompress(Buffer.from('x'), key, 100, tooLarge)).rejects.toThrow(Refusal)
  })

  test('as a language is an unknown one', () => {
    expect(analyse('The pier opens', key)).toEqual(analyse('The pier opens', 'und'))
    expect(speakerOf('The mayor said that the pier opens.', key)).toBe(
      speakerOf('The mayor said that the pier opens.', 'en'),
    )
    const said = { text: '5 ships', language: key }
    expect(missingNumbers(said, [said])).toEqual([])
  })

  test('as a field of front matter or of metadata is left out', () => {
    const { text, title } = readMarkdown(bytesOf(`---\n${key}: x\ntitle: Pier\n---\nThe pier opens.\n`))
    expect([text, title]).toEqual(['The pier opens.', 'Pier'])
    const line = `{"_id":"${key}","text":"The pier opens.","metadata":{"${key}":"x","language":"${key}"}}`
    expect(readJsonLine(line)).toMatchObject({ id: key, text: 'The pier opens.' })
  })

  test('as a type, a character set, a colour or an element costs a page nothing', async () => {
    const html = `<html><head><meta charset="${key}"><meta name="${key}" content="x"></head><body><article><h1>Pier</h1><p style="color:${key};background:white">${'The pier opens in July, says the board. '.repeat(20)}</p><${key}>&${key};</${key}></article></body></html>`
    const item = { name: 'pier.html', id: 'pier.html', bytes: bytesOf(html) }
    for (const contentType of [undefined, `text/html; charset=${key}`]) {
      const { document } = await readItem({ ...item, ...(contentType && { contentType }) })
      expect(document.text).toContain('The pier opens in July')
    }
  })

  test('as a control word of RTF, or a value in a feed, changes nothing', async () => {
    const rtf = `{\\rtf1\\ansi\\${key}1{\\info{\\title Pier}{\\${key} x}}The pier opens.\\par}`
    const { document } = await readItem({ name: 'pier.rtf', id: 'pier.rtf', bytes: bytesOf(rtf) })
    expect(document.text).toContain('The pier opens.')
    const rss = `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>T</title><sy:updatePeriod>${key}</sy:updatePeriod><item><title>${key}</title><guid>${key}</guid><description>The pier opens.</description><pubDate>Mon, 06 May 2024 10:00:00 ${key}</pubDate></item></channel></rss>`
    const { items } = await parseFeed(bytesOf(rss), undefined, 'https://a.example/feed')
    expect(items).toMatchObject([{ title: key }])
  })

  test('as a command or an option is unknown', () => {
    expect(() => parseWords([key], typedCommands)).toThrow('There is no command')
    expect(() => parseWords(['ask', 'x', `--${key}`, 'y'], typedCommands)).toThrow()
  })
})
