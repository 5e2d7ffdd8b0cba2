/** What stored values that stand for words are called in the person's language: places in a file, an unnamed source. */
import { type StoredPlace, UNKNOWN_SOURCE } from '../document.ts'
import type { Language } from './language.ts'

/** How earlier versions stored a page and a slide; what is neither was the title of a chapter. */
const STORED = /^(?:p\. (?<page>\d{1,9})|slide (?<slide>\d{1,9}))$/

/** `p. 3`, `slide 2`, or the title of a chapter, which comes from outside. */
export function placeText(place: StoredPlace, { say }: Pick<Language, 'say'>): string {
  if (typeof place === 'string') return storedText(place, say)
  if ('page' in place) return say('place.page', { number: place.page })
  return 'slide' in place ? say('place.slide', { number: place.slide }) : place.chapter
}

function storedText(place: string, say: Language['say']): string {
  const { page, slide } = STORED.exec(place)?.groups ?? {}
  if (page) return say('place.page', { number: page })
  return slide ? say('place.slide', { number: slide }) : place
}

/** The name of a publisher, or that there is none. */
export const sourceText = (source: string, { say }: Pick<Language, 'say'>): string =>
  source === UNKNOWN_SOURCE ? say('source.unknown') : source
