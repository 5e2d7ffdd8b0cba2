/** Text that passes through HTML and back unchanged, whatever reads and writes it. */

/**
 * What would be an entity in HTML, and what stands for it until the text is read. The first three are no
 * characters in any text, the last is a space of Ogham inscriptions: so the text can be written into HTML and read
 * back any number of times, never becomes a tag, and is not cut into a node for each entity.
 */
const STAND_INS = new Map([
  ['&', '\ufdd0'],
  ['<', '\ufdd1'],
  ['>', '\ufdd2'],
  ['\u00a0', '\u1680'],
])
const ORIGINALS = new Map([...STAND_INS].map(([original, standIn]) => [standIn, original]))

/** A text in which nothing needs an entity. */
export const withStandIns = (text: string) =>
  text
    .replace(/[\ufdd0-\ufdd2]/g, '')
    .replace(/\u1680/g, ' ')
    .replace(/[&<>\u00a0]/g, (character) => STAND_INS.get(character) ?? '')

/** The text that `withStandIns` was given. */
export const withoutStandIns = (text: string) =>
  text.replace(/[\ufdd0-\ufdd2\u1680]/g, (character) => ORIGINALS.get(character) ?? '')
