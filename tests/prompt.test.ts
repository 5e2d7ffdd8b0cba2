/** Prompts: files with blanks, checked when they are loaded. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPrompt } from '../src/brief/prompt.ts'

function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'prompts-'))
  writeFileSync(join(folder, 'p.md'), text)
  return folder
}

test('every blank is filled, wherever and however often it stands', () => {
  const prompt = loadPrompt('p.md', ['a', 'b'], folderWith('{{a}} and {{ b }} and {{a}}\n'))
  expect(prompt.fill({ a: 'one', b: 'two' })).toBe('one and two and one')
})

test('a value that looks like a blank or a replacement pattern is left as it is', () => {
  const prompt = loadPrompt('p.md', ['a', 'b'], folderWith('{{a}}|{{b}}'))
  expect(prompt.fill({ a: '{{b}} $& $1', b: 'x' })).toBe('{{b}} $& $1|x')
})

test('a file that lacks a blank is refused by its name', () => {
  expect(() => loadPrompt('p.md', ['question'], folderWith('no blanks'))).toThrow(
    'The prompt prompts/p.md lacks the blank {{question}}: add it.',
  )
})

test('a blank that nothing fills is refused by its name', () => {
  expect(() => loadPrompt('p.md', [], folderWith('{{questoin}}'))).toThrow('{{questoin}}')
  expect(() => loadPrompt('p.md', [], folderWith('{{}}'))).toThrow('that nothing fills')
})

test('an empty or missing file is refused', () => {
  expect(() => loadPrompt('p.md', [], folderWith(' \n'))).toThrow('is empty')
  expect(() => loadPrompt('missing.md', [], folderWith('x'))).toThrow('prompts/missing.md cannot be read')
})

test('the shipped prompts hold their blanks, and the question comes last', () => {
  expect(() => loadPrompt('system.md', [])).not.toThrow()
  const ask = loadPrompt('ask.md', [
    'question',
    'earlier',
    'points',
    'disagreements',
    'disagreement',
    'abstention',
  ])
  const filled = ask.fill({
    question: 'Why?',
    earlier: '- "How?"',
    points: '5',
    disagreements: '3',
    disagreement: 'AGAINST:',
    abstention: 'NONE',
  })
  expect(filled.endsWith('Question: Why?')).toBe(true)
  expect(filled).toContain('At most 5 points')
})
