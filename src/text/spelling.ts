/** How far words are from each other, in letters that differ (Levenshtein, 1966). */
export { closest, distance } from 'fastest-levenshtein'
