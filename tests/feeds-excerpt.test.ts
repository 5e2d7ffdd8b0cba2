import { expect, test } from 'vitest'
import { isExcerpt } from '../src/feeds/excerpt.ts'
import { processorMs } from './fakes/processor.ts'

const LONG = `<p>${'word '.repeat(150)}</p>`

test.each([
  ['', true],
  ['<p>A short teaser.</p>', true],
  [LONG, false],
  [`${LONG}<p>It ends here.</p>`, false],
  [`${LONG}<p>and so […]</p>`, true],
  [`${LONG} and so [&#8230;]`, true],
  [`${LONG} and so on...`, true],
  [`${LONG} <a href="/x">Read more »</a>`, true],
  [`${LONG} <a href="/x">Continue reading the full story</a>`, true],
  [`${LONG} <p>The post <a>Title</a> appeared first on <a>Site</a>.</p>`, false],
  [`${LONG} and so [&#8230;] <p>The post <a>Title</a> appeared first on <a>Site</a>.</p>`, true],
  [`${LONG}<p>“Wait …” he said. Then he left.</p>`, false],
  [`<p>${'中国外交部发言人表示'.repeat(40)}</p>`, false],
  [`<div ${'data-x="1" '.repeat(1000)}>${'<i></i>'.repeat(1000)}short</div>`, true],
])('%j', (html, excerpt) => {
  expect(isExcerpt(html)).toBe(excerpt)
})

test('counting takes no longer than the text allows', () => {
  const started = processorMs()
  for (const part of ['<', '…', 'The post ', ' ', 'read more', '»', '. ', 'learn the '])
    isExcerpt(part.repeat(1_000_000 / part.length))
  expect(processorMs() - started).toBeLessThan(5000)
})
