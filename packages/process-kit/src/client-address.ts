import { isIPv6 } from 'node:net'
import type { IncomingHttpHeaders } from 'node:http'

interface AddressedRequest {
  headers: IncomingHttpHeaders
  /** Address of the connection's other end. */
  ip: string
}

/**
 * Returns the client's address as the outermost trusted proxy saw it. Each proxy appends the address of its caller, so
 * entries further to the left are unverified claims of the client. An IPv6 address is cut to its /64, the smallest
 * block that one customer of a network gets: per-address limits would be useless otherwise.
 */
export function clientAddress(request: AddressedRequest, trustedHops: number): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
  const chain = forwarded
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  return blockOf((trustedHops > 0 ? chain.at(-trustedHops) : undefined) ?? request.ip)
}

function blockOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const groups = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
