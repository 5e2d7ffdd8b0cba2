/** Which addresses may be asked for a page: those of the open internet, never those of a private network. */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Refusal } from '../refusal.ts'

/** Global unicast is all that IANA has given out for the open internet: https://www.iana.org/assignments/ipv6-unicast-address-assignments */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')
/** Public by its number, and yet a cloud's own: Azure answers virtual machines there. */
const CLOUD_SERVICES = new Set(['168.63.129.16'])
const HTTP = 80
const HTTPS = 443
const FIRST_FREE_PORT = 1024
const LONGEST_URL = 4000

/**
 * True when an IP address belongs to a machine of the open internet. Loopback, private, link-local (with the clouds'
 * metadata services), shared (RFC 6598), multicast, reserved and unspecified addresses do not, nor do IPv6 addresses that
 * hold an IPv4 address for a translator (mapped, NAT64, 6to4, Teredo).
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || CLOUD_SERVICES.has(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6)
}

/**
 * Reads an address of the web as WHATWG's URL standard does, so that `http://2130706433/` is `http://127.0.0.1/`.
 * Only http and https, without a name and password; ports 80, 443 and those above 1023, because the ones below belong
 * to other protocols. Throws a Refusal.
 */
export function readAddress(text: string, base?: string): URL {
  if (text.length > LONGEST_URL) throw new Refusal('refusal.addressLong')
  const url = URL.parse(text, base)
  if (!url) throw new Refusal('refusal.addressInvalid')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Refusal('refusal.addressScheme')
  if (url.username || url.password) throw new Refusal('refusal.addressLogin')
  const port = portOf(url)
  if (port !== HTTP && port !== HTTPS && port < FIRST_FREE_PORT)
    throw new Refusal({ key: 'refusal.addressPort', values: { port } })
  url.hash = ''
  return url
}

const portOf = (url: URL) => Number(url.port) || (url.protocol === 'https:' ? HTTPS : HTTP)

/** The host as a socket takes it: an IPv6 address without its brackets. */
export const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

/** Throws a Refusal when any of the addresses that a name leads to is not allowed: all or none may be used. */
export function checkAddresses(addresses: string[], allow: (address: string) => boolean): void {
  if (addresses.length === 0) throw new Refusal('refusal.addressNowhere')
  if (!addresses.every((address) => isIP(address) && (isPublic(address) || allow(address))))
    throw new Refusal('refusal.addressPrivate')
}
