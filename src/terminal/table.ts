/** Names and values, below each other. */
import { plain } from './text.ts'

export type Row = [name: string, value: string]

export function table(rows: Row[]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${plain(`${name.padEnd(width)}  ${value}`).trimEnd()}\n`).join('')
}
