import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { buildConnector, type Dispatcher } from 'undici'

/** Refused because the address is private, the scheme is not http(s), or the port is not one of the web. */
export class BlockedAddressError extends Error {
  override readonly name = 'BlockedAddressError'
}

/** One item of ALLOW_PRIVATE_HOSTS: a host name or address, perhaps with a port, or a CIDR range. */
interface Exception {
  readonly host: string | null
  readonly port: number | null
  readonly range: [ipaddr.IPv4 | ipaddr.IPv6, number] | null
}

/** Looks a name up, as `dns.lookup` does when asked for all addresses. */
export type Resolve = (
  host: string,
  options: { all: true },
  callback: (error: Error | null, found: LookupAddress[]) => void,
) => void

/** Which addresses may be reached. */
export interface AddressGuard {
  /** Refuses a URL by its literal address, scheme or port. @throws BlockedAddressError */
  checkUrl(url: URL): void
  /** May a socket be opened to `address` on behalf of `host:port`? */
  isAllowed(target: { address: string; host: string; port: number }): boolean
}

const webPorts = new Set([80, 443, 8080, 8443])
// in a public range, but the metadata service of a cloud platform
const deniedAddresses = new Set(['168.63.129.16'])
/** Global unicast addresses (RFC 4291, section 2.4): all that is assigned to the public. */
const globalIpv6 = ipaddr.IPv6.parseCIDR('2000::/3')

/** Builds the guard from the items of ALLOW_PRIVATE_HOSTS; an item that makes no sense allows nothing. */
export function createAddressGuard(allowed: readonly string[]): AddressGuard {
  const exceptions = allowed.map(parseException)
  const isException = (host: string, port: number) =>
    exceptions.some((exception) => matches(exception, host, port))
  const isAllowed: AddressGuard['isAllowed'] = ({ address, host, port }) =>
    (isPublic(address) && webPorts.has(port)) ||
    isException(address, port) ||
    isException(host, port)
  return {
    isAllowed,
    checkUrl(url) {
      const host = hostOf(url)
      const port = portOf(url)
      if (!/^https?:$/.test(url.protocol))
        throw new BlockedAddressError(`scheme ${url.protocol} is not fetched`)
      if (isIP(host) && !isAllowed({ address: host, host, port })) {
        throw new BlockedAddressError(refusalOf(host, port))
      }
    },
  }
}

/** First interceptor of a dispatcher: sees every request, those after a redirect too. */
export function guardInterceptor(guard: AddressGuard): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    guard.checkUrl(new URL(String(options.origin)))
    return dispatch(options, handler)
  }
}

/**
 * Opens the sockets of an agent. The answer of the name look-up is filtered and is the address connected to, so a name
 * cannot change its mind between check and use.
 */
export function guardedConnector(
  guard: AddressGuard,
  { timeoutMs, resolve }: { timeoutMs: number; resolve: Resolve },
): buildConnector.connector {
  const connectors = new Map<number, buildConnector.connector>()
  const connectorOf = (port: number) => {
    const known = connectors.get(port)
    if (known) return known
    const created = buildConnector({
      timeout: timeoutMs,
      lookup: guardedLookup(guard, port, resolve) as never,
    })
    connectors.set(port, created)
    return created
  }
  return (options, callback) => connectorOf(portOf(options))(options, callback)
}

type LookupCallback = (
  error: Error | null,
  address: string | LookupAddress[],
  family?: number,
) => void

function guardedLookup(guard: AddressGuard, port: number, resolve: Resolve) {
  return (host: string, options: { all?: boolean }, callback: LookupCallback) => {
    resolve(host, { all: true }, (error, found) => {
      if (error) return callback(error, [])
      const allowed = found.filter(({ address }) => guard.isAllowed({ address, host, port }))
      const first = allowed[0]
      if (!first) return callback(new BlockedAddressError(refusalOf(host, port)), [])
      return options.all ? callback(null, allowed) : callback(null, first.address, first.family)
    })
  }
}

function refusalOf(host: string, port: number): string {
  return `${host}:${port} is a private address or no port of the web: not fetched (see ALLOW_PRIVATE_HOSTS)`
}

function portOf({ port, protocol }: { port?: string | null; protocol?: string | null }): number {
  return Number(port) || (protocol === 'https:' ? 443 : 80)
}

function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  // IPv6 forms of IPv4 addresses become what they stand for
  const address = ipaddr.process(text)
  return (
    address.range() === 'unicast' &&
    !deniedAddresses.has(address.toString()) &&
    (address instanceof ipaddr.IPv4 || address.match(...globalIpv6))
  )
}

function parseException(item: string): Exception {
  if (item.includes('/')) {
    const range = ipaddr.isValidCIDR(item) ? ipaddr.parseCIDR(item) : null
    return { host: null, port: null, range: range as Exception['range'] }
  }
  if (ipaddr.isValid(item)) return { host: item, port: null, range: null }
  const url = URL.canParse(`http://${item}`) ? new URL(`http://${item}`) : null
  return { host: url ? hostOf(url) : null, port: url?.port ? Number(url.port) : null, range: null }
}

function matches({ host, port, range }: Exception, target: string, targetPort: number): boolean {
  if (range) return inRange(target, range)
  return host === target && (port === null || port === targetPort)
}

function inRange(target: string, range: NonNullable<Exception['range']>): boolean {
  if (!ipaddr.isValid(target)) return false
  const address = ipaddr.process(target)
  return address.kind() === range[0].kind() && address.match(range)
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}
