/** Blocks of a reply as Discord's Markdown. */
import type { Block, Line, List } from '../../replies/block.ts'
import { alsoIn, documentWords, publisherOf } from '../../replies/documents.ts'
import { joined } from '../../replies/words.ts'
import { WHOLE } from './limits.ts'
import { type Fit, lineText } from './line.ts'

/** UTF-16 code units. */
const MAX_NAME = 40

/** '' when it shows nothing; entries are laid out in the room that the rest leaves. */
export function blockText(block: Block, fit: Fit): string {
  switch (block.kind) {
    case 'heading':
      return `### ${lineText(block.words, fit) || '…'}`
    case 'text':
    case 'small':
      return lineOf(block, fit)
    case 'list':
      return listText(block, fit)
    case 'groups': {
      const most = fit.limits === WHOLE ? Infinity : block.most
      return cut(block.groups, most, (lines) => lines.map((line) => lineOf(line, fit)).join('\n'), fit)
    }
    case 'sources':
      return sourcesText(block, fit)
    case 'entries':
    case 'hint':
      return ''
  }
}

function lineOf({ kind, words }: Line, fit: Fit): string {
  const shown = lineText(words, fit)
  return shown && kind === 'small' ? `-# ${shown}` : shown
}

function listText({ title, items, most }: List, fit: Fit): string {
  const text = cut(items, most, (words) => `- ${lineText(words, fit)}`, fit)
  return title && text ? `${lineText(title, fit)}\n${text}` : text
}

/** A list whose end is said, not cut silently. */
function cut<Item>(items: Item[], most: number, write: (item: Item) => string, { view }: Fit): string {
  const hidden = items.length - most
  const more = hidden > 0 ? [`-# ${view.language.say('status.more', { count: hidden })}`] : []
  return [...items.slice(0, most).map(write), ...more].join('\n')
}

type Sources = Extract<Block, { kind: 'sources' }>

/** One line of small print for each document, under its number. */
function sourcesText({ documents, cited }: Sources, fit: Fit): string {
  if (cited) return publishersText(documents, cited, fit)
  const { language } = fit.view
  const lines = documents.slice(0, fit.limits.sources).map((document, at) => {
    const words = joined([documentWords(document, language), alsoIn(document, language)], ' · ')
    return `-# [${at + 1}] ${lineText(words, fit)}`
  })
  const hidden = documents.length - lines.length
  const more = hidden > 0 ? [`-# ${language.say('card.moreSources', { count: hidden })}`] : []
  return [...lines, ...more].join('\n')
}

/** `-# **[1]** Gazette · **[2]** Herald`. */
function publishersText(documents: Sources['documents'], cited: number[], fit: Fit): string {
  const shown = cited.slice(0, fit.limits.sources).flatMap((number) => {
    const document = documents[number - 1]
    const name = document ? lineText(publisherOf(document, fit.view.language, MAX_NAME), fit) : ''
    return name ? [`**[${number}]** ${name}`] : []
  })
  const more = cited.length > fit.limits.sources ? [`+${cited.length - fit.limits.sources}`] : []
  return shown.length > 0 ? `-# ${[...shown, ...more].join(' · ')}` : ''
}
