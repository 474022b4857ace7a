import { isIPv6 } from 'node:net'
import type { IncomingHttpHeaders } from 'node:http'

interface AddressedRequest {
  headers: IncomingHttpHeaders
  /** Of the other end of the connection. */
  ip: string
}

/**
 * Returns the client's address as the outermost trusted proxy saw it. Each proxy appends the address that it was called from,
 * so entries further to the left are the client's own claims. Of an IPv6 address it is the /64, the smallest block that one
 * customer of a network gets: limits by single addresses would count nothing there.
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
