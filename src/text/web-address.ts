/** Addresses that documents name. */

/** The address, when it is one of the web; undefined for any other, which a page does not link to. */
export function webAddress(url: string | null | undefined): string | undefined {
  const parsed = url ? URL.parse(url) : null
  return parsed && ['http:', 'https:'].includes(parsed.protocol) ? parsed.href : undefined
}
