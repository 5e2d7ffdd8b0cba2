/** Publication dates as people write them → ISO 8601. */

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** A day, and a time that names no zone. */
const ZONELESS = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/
const HAS_ZONE = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\)?$/i
/** Numbers below this are years, and below the next one seconds since 1970; above, they are milliseconds. */
const MAX_YEAR = 10_000
const MAX_SECONDS = 100_000_000_000

/**
 * A day (`2024-05-16`) when the time is not known or is midnight, else a full time, both in UTC. A time without a
 * zone is taken as UTC, so that the result is the same on every machine. Undefined when it is no date.
 */
export function readDate(value: string | number | Date): string | undefined {
  const time = new Date(typeof value === 'string' ? withZone(value.trim()) : fromNumber(value))
  if (Number.isNaN(time.getTime())) return undefined
  const iso = time.toISOString()
  // "2024-02-30" would slip into March.
  if (typeof value === 'string' && DAY.test(value.trim()) && !iso.startsWith(value.trim())) return undefined
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso
}

function withZone(text: string): string {
  const [, day, clock] = ZONELESS.exec(text) ?? []
  if (day) return `${day}T${clock}Z`
  if (/^[\d-]+$/.test(text) || HAS_ZONE.test(text)) return text
  return `${text} UTC`
}

function fromNumber(value: number | Date): number | string | Date {
  if (value instanceof Date) return value
  if (value < MAX_YEAR) return String(value)
  return value < MAX_SECONDS ? value * 1000 : value
}
