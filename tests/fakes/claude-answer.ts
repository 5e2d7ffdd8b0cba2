/** What the fake Claude writes: the scripts, the default answer, and both as stream events. */
import { type Block, type Body, searchResultsOf } from './claude-request.ts'

/** A text block to write: its text, and the block ranges that it cites. */
export type FakeText = { text: string; cites?: FakeCite[] }
/** `source` overrides the result's own. */
type FakeCite = { result: number; start: number; end: number; source?: string }

/** What the next request meets, instead of an answer. */
export type Scripted =
  | { kind: 'answer' }
  /** An HTTP error, for `times` requests (default 1). */
  | {
      kind: 'status'
      status: number
      times?: number
      headers?: Record<string, string>
      type?: string
      code?: string
    }
  /** These text blocks, then this stop reason (default `end_turn`). */
  | { kind: 'write'; blocks: FakeText[]; stop?: string }
  /** An `error` event after the first half of the answer. */
  | { kind: 'error-event'; type: string }
  /** The socket reset, or the body ended cleanly, after the first half of the answer. */
  | { kind: 'reset' }
  | { kind: 'cut' }
  /** No headers at all, or nothing after the first event. */
  | { kind: 'hang' }
  | { kind: 'silence' }
  /** This many pings, `everyMs` apart, and then the answer. */
  | { kind: 'pings'; times: number; everyMs: number }
  | { kind: 'refusal' }
  | { kind: 'tool-use' }
  | { kind: 'empty' }

export type FakeOptions = {
  /** Which events of a text block come first; the API promises neither. Default `text`. */
  first?: 'text' | 'citations'
  /** Puts a thinking block before the text. */
  thinks?: boolean
  /** Writes, besides, points that nothing supports and citations that point at nothing. */
  invents?: boolean
  /** How many results the default answer cites, one point each. Default 3. */
  points?: number
}

export type Emit = (event: string, data: object) => void

/** Writes the content blocks: all of them, or only the first half of the answer. */
export function writeContent(
  script: Scripted,
  body: Body,
  half: boolean,
  emit: Emit,
  options: FakeOptions,
): void {
  let index = 0
  if (options.thinks) sendThinking(index++, emit)
  if (script.kind === 'empty') return
  if (script.kind === 'tool-use') {
    sendToolUse(index, emit)
    return
  }
  const results = searchResultsOf(body)
  const texts = script.kind === 'write' ? script.blocks : defaultAnswer(results, options)
  const shown = half || script.kind === 'refusal' ? texts.slice(0, 1) : texts
  for (const text of shown) sendText(index++, text, results, emit, options.first ?? 'text')
}

/** The first sentence of each of the first results, cited, one line each. */
function defaultAnswer(results: Block[], { points = 3, invents }: FakeOptions): FakeText[] {
  const texts = results.slice(0, points).flatMap((result, index): FakeText[] => {
    const sentence = result.content?.[0]?.text?.trim().replace(/\s+/g, ' ') ?? ''
    const claim = { text: sentence, cites: [{ result: index, start: 0, end: 1 }] }
    return index === 0 ? [claim] : [{ text: '\n' }, claim]
  })
  return invents ? [...texts, ...inventions(results.length)] : texts
}

/** A claim that cites nothing, a quotation that stands nowhere, and indices beyond what was sent. */
function inventions(results: number): FakeText[] {
  return [
    { text: '\nThe moon is made of 42 kinds of cheese.' },
    { text: '\nThe report says: “Nobody ever wrote this sentence anywhere.”' },
    {
      text: '\nA point with citations of results that were never sent.',
      cites: [
        { result: results, start: 0, end: 1 },
        { result: 0, start: 0, end: 999 },
        { result: 0, start: 1, end: 1 },
      ],
    },
  ]
}

function sendText(
  index: number,
  { text, cites = [] }: FakeText,
  results: Block[],
  emit: Emit,
  first: string,
) {
  const delta = (value: object) => emit('content_block_delta', { index, delta: value })
  const sendCitations = () => {
    for (const cite of cites) delta({ type: 'citations_delta', citation: citationOf(cite, results) })
  }
  const block = { type: 'text', text: '', ...(cites.length > 0 ? { citations: [] } : {}) }
  emit('content_block_start', { index, content_block: block })
  if (first === 'citations') sendCitations()
  for (let at = 0; at < text.length; at += 7) delta({ type: 'text_delta', text: text.slice(at, at + 7) })
  if (first === 'text') sendCitations()
  emit('content_block_stop', { index })
}

function citationOf({ result, start, end, source }: FakeCite, results: Block[]): object {
  const block = results[result]
  return {
    type: 'search_result_location',
    cited_text: (block?.content ?? [])
      .slice(start, end)
      .map(({ text }) => text)
      .join(''),
    source: source ?? block?.source ?? 'nowhere',
    title: block?.title ?? null,
    search_result_index: result,
    start_block_index: start,
    end_block_index: end,
  }
}

function sendThinking(index: number, emit: Emit): void {
  emit('content_block_start', { index, content_block: { type: 'thinking', thinking: '', signature: '' } })
  const delta = (value: object) => emit('content_block_delta', { index, delta: value })
  delta({ type: 'thinking_delta', thinking: 'Some thought that nobody should see.' })
  delta({ type: 'signature_delta', signature: 'c2lnbmF0dXJl' })
  emit('content_block_stop', { index })
}

function sendToolUse(index: number, emit: Emit): void {
  const block = { type: 'tool_use', id: 'toolu_fake', name: 'search', input: {} }
  emit('content_block_start', { index, content_block: block })
  emit('content_block_delta', { index, delta: { type: 'input_json_delta', partial_json: '{}' } })
  emit('content_block_stop', { index })
}

/** Writes the stop reason and the end of the message. */
export function sendEnd(script: Scripted, emit: Emit): void {
  const stop = { refusal: 'refusal', 'tool-use': 'tool_use' }[script.kind as string] ?? 'end_turn'
  const reason = script.kind === 'write' ? (script.stop ?? stop) : stop
  const details = { type: 'refusal', category: null, explanation: null }
  const delta = {
    stop_reason: reason,
    stop_sequence: null,
    ...(reason === 'refusal' && { stop_details: details }),
  }
  emit('message_delta', { delta, usage: { output_tokens: 50 } })
  emit('message_stop', {})
}
