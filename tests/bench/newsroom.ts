/** Copies of a text as newsrooms make them: cut, reordered, reworded here and there, with lines of their own around it. */
import { tokenise } from '../../src/text/analysis.ts'
import { splitSentences } from '../../src/text/passages.ts'
import { type Chance, pick } from './words.ts'

export type Edit = {
  name: string
  /** The share of the text that is kept from its beginning, and of its sentences that are then left out and moved. */
  kept: number
  dropped: number
  moved: number
  /** The share of words that are replaced, left out or followed by another one. */
  words: number
  /** Lines of the publisher's own at the end. */
  lines: number
}

export const EDITS: Edit[] = [
  { name: 'light', kept: 1, dropped: 0.05, moved: 0, words: 0.01, lines: 1 },
  { name: 'medium', kept: 1, dropped: 0.15, moved: 0.05, words: 0.03, lines: 2 },
  { name: 'heavy', kept: 1, dropped: 0.3, moved: 0.15, words: 0.06, lines: 3 },
  { name: 'cut to half', kept: 0.5, dropped: 0, moved: 0, words: 0.02, lines: 2 },
  { name: 'cut to third', kept: 0.33, dropped: 0.05, moved: 0, words: 0.03, lines: 2 },
]

const OWN_LINES: Record<string, { head: string; tail: string[] }> = {
  en: {
    head: 'LONDON (Wire) – By our staff and agencies, updated this morning',
    tail: [
      'This material may not be published, broadcast, rewritten or passed on without permission.',
      'Get the most important stories in your inbox every morning with our letter.',
      'Follow us for more as it happens, and tell us what you think below.',
    ],
  },
  es: {
    head: 'MADRID (Agencias) – Por la redacción, actualizado esta mañana',
    tail: [
      'Queda prohibida la reproducción de este texto sin autorización.',
      'Reciba cada mañana en su correo las noticias más importantes.',
    ],
  },
  ru: {
    head: 'МОСКВА (Агентства) – от нашей редакции, обновлено утром',
    tail: [
      'Перепечатка без разрешения редакции запрещена.',
      'Подпишитесь на нашу утреннюю рассылку новостей.',
    ],
  },
  zh: {
    head: '本报讯（记者李华）',
    tail: ['未经许可不得转载本文内容。', '关注我们的公众号，获取更多资讯。'],
  },
}

/** Some words of a text replaced by others of it, left out, or followed by another. */
function reword(text: string, language: string, share: number, chance: Chance): string {
  const tokens = tokenise(text, language)
  let [written, at] = ['', 0]
  for (const { start, end, word } of tokens) {
    if (chance() >= share) continue
    const other = pick(tokens, chance).word
    written += text.slice(at, start) + pick([other, other, '', `${word} ${other}`], chance)
    at = end
  }
  return written + text.slice(at)
}

/** A copy of a text after an edit. */
export function editCopy(text: string, language: string, edit: Edit, chance: Chance): string {
  const all = splitSentences(text, language).map(({ start, end }) => text.slice(start, end))
  const sentences = all
    .slice(0, Math.max(1, Math.ceil(all.length * edit.kept)))
    .filter((_, at) => at === 0 || chance() >= edit.dropped)
  for (const at of sentences.keys()) {
    if (chance() >= edit.moved) continue
    const [moved = ''] = sentences.splice(at, 1)
    sentences.splice(Math.floor(chance() * (sentences.length + 1)), 0, moved)
  }
  const body = reword(sentences.join('\n'), language, edit.words, chance).replace(/["“”]|``|''/g, '»')
  const own = OWN_LINES[language] ?? OWN_LINES.en
  const tail = Array.from({ length: edit.lines }, () => pick(own?.tail ?? [], chance))
  return [own?.head, body, ...new Set(tail)].join('\n\n')
}
