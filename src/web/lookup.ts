/** Name resolution for sockets that hands out checked addresses only. */
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { checkAddresses } from './address.ts'

/** Takes a host name; answers every address that it has. */
export type Resolve = (host: string) => Promise<LookupAddress[]>

/** Not every system knows its own name in all its forms, so RFC 6761, section 6.3, is kept here. */
const LOCAL = /(?:^|\.)localhost\.?$/i

export const resolveBySystem: Resolve = async (host) =>
  LOCAL.test(host) ? [{ address: '127.0.0.1', family: 4 }] : lookup(host, { all: true })

/**
 * A `lookup` for one connection. The socket connects to the very addresses that were checked: nothing is resolved a
 * second time, so a name that changes in between (DNS rebinding) gains nothing.
 */
export const guardedLookup =
  (resolve: Resolve, allow: (address: string) => boolean): LookupFunction =>
  (host, options, callback) => {
    resolve(host).then(
      (found) => {
        try {
          checkAddresses(
            found.map(({ address }) => address),
            allow,
          )
        } catch (error) {
          return callback(error as Error, [])
        }
        const [first] = found
        if (options.all) callback(null, found)
        else callback(null, first?.address ?? '', first?.family)
      },
      (error: Error) => callback(error, []),
    )
  }
