/** Text from outside becomes inert, looks the same, and is never cut inside a character. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bounded, escapeText } from '../src/discord/cards/escape.ts'
import { linkButton } from '../src/discord/cards/parts.ts'
import { shorten } from '../src/text/characters.ts'
import { cleanText } from '../src/text/one-line.ts'

const words = [
  '@everyone',
  '[x](https://evil.example)',
  '```',
  '**',
  '# ',
  '||',
  ':x:',
  '\u202e',
  '\ud83d',
  '\n',
]
/** Without its own size fast-check would make short texts only. */
const size = 'max'
const hostile = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 200, size }),
  fc
    .array(fc.constantFrom('steel ', 'a', '🏭', ...words), { maxLength: 250, size })
    .map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60, size }),
)

const SPECIAL = /[\\*_~|`[\]()<>#@]/
/** The characters that stand without a backslash. */
const live = (escaped: string) => escaped.replace(/\\[^0-9A-Za-z\s]/g, '')

test('no special character stays live, and a reader sees the same characters', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const escaped = escapeText(text)
      expect(live(escaped)).not.toMatch(SPECIAL)
      expect(escaped).not.toMatch(/^\s*(?:[-+]|\d+\.)/m)
      expect(escaped.replace(/\\([^0-9A-Za-z\s])/g, '$1')).toBe(cleanText(text))
    }),
  )
})

test('shortening never leaves half an escape or half a character', () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 1, max: 200 }), (text, limit) => {
      const { text: short, cut } = bounded(text, limit)
      expect(short.length).toBeLessThanOrEqual(limit)
      expect(live(short)).not.toMatch(SPECIAL)
      expect(short.isWellFormed()).toBe(true)
      if (!cut) expect(short).toBe(escapeText(text))
      expect(shorten(text, limit).length).toBeLessThanOrEqual(limit)
    }),
  )
})

test.each([
  ['@everyone <@123> <@&1> <#5> </ask:1> <:x:1> <t:1:R> <id:home>', /(?<!\\)[@<]/],
  ['[click](https://evil.example)', /(?<!\\)\[|https?:\/\//],
  ['see https://evil.example and steam://run/1', /\w:\/\//],
  ['join discord.gg/abc or DISCORDAPP.com/invite/x', /discord(app)?\.\w/i],
  ['# big\n-# small\n- item\n1. one\n> said\n>>> all', /^(?:#|-|\d+\.|>)/m],
  ['```js\ncode``` `x` ||secret|| ~~no~~ __u__ *e*', /(?<!\\)[`|~_*]/],
  [':smile: and :+1:', /(?<!\\):[\w+]+:/],
  ['abc\u202edcba\u2066\u200b\u0007', /[^a-d]/],
  ['half \ud83d and \udfed', /\p{Cs}/u],
  [`z${'\u0301'.repeat(40)}`, /\u0301{4}/],
])('%j', (text, forbidden) => expect(escapeText(text)).not.toMatch(forbidden))

test('emoji, flags and other scripts stay as they are', () => {
  const text = '👩‍🔬 🏴󠁧󠁢󠁥󠁮󠁧󠁿 हिन्दी می‌خواهم 中国 İstanbul café: 12:30'
  expect(escapeText(text).replaceAll('\\', '')).toBe(text)
})

test.each([
  ['https://example.org/ä b', 'https://example.org/%C3%A4%20b'],
  ['HTTP://example.org', 'http://example.org/'],
  ['javascript:alert(1)', undefined],
  ['discord://-/invite/x', undefined],
  ['file:///etc/passwd', undefined],
  [`https://example.org/${'x'.repeat(500)}`, undefined],
  ['not an address', undefined],
  [null, undefined],
])('the button for %j opens %j', (address, url) => {
  const button = linkButton('Open', address)
  expect(button && 'url' in button ? button.url : undefined).toBe(url)
})
