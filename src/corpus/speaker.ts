/** Who says what, from the sentence itself: "X said that …", "…, X said", "according to X". */

const NAME = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]+)(?: (?:(?:of|the|de|von|van|al|bin) )?\p{Lu}[\p{L}\p{M}'’.-]+)*`
const VERB =
  '(?:says?|said|tells?|told|argues?|argued|states?|stated|claims?|claimed|warns?|warned|writes?|wrote|notes?|noted|insists?|insisted|denies|denied|describes?|described|stresse[sd]|maintains?|maintained|announced|declared)'

const PATTERNS = [
  new RegExp(String.raw`\b[Aa]ccording to (?:the )?(${NAME})`, 'u'),
  new RegExp(
    String.raw`(?<![\p{L}])(${NAME})(?:, [^,]{1,80},)? (?:has |have |had |also |again |repeatedly )*${VERB}(?![\p{L}])`,
    'u',
  ),
  new RegExp(`["”»],? (?:${VERB}) (?:the )?(${NAME})`, 'u'),
]

/** The name that the sentence gives as its speaker, as it stands there; null when it gives none. */
export function speakerOf(sentence: string, _language: string): string | null {
  for (const pattern of PATTERNS) {
    const name = pattern.exec(sentence)?.[1]
    if (name) return name.replace(/[.,’']+$/u, '').replace(/^The /u, '')
  }
  return null
}
