import { expect, test } from 'vitest'
import { speakerOf } from '../src/corpus/speaker.ts'

test.each([
  ['Putin said that the relationship is aimed at nobody.', 'Putin'],
  ['According to Xi Jinping, the talks went well.', 'Xi Jinping'],
  ['“We will not yield,” said Antony Blinken.', 'Antony Blinken'],
  ['Wang Wenbin, a ministry spokesman, denied the reports.', 'Wang Wenbin'],
  ['Trade grew by a quarter in 2023.', null],
])('the speaker of “%s” is %s', (sentence, speaker) => {
  expect(speakerOf(sentence, 'en')).toBe(speaker)
})
