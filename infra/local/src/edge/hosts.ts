import type { IncomingMessage } from 'node:http'

import type { EdgeConfig } from './config.ts'

const loopback = ['localhost', '127.0.0.1', '[::1]']
const hostHeader = /^(?<name>[a-z0-9][a-z0-9.-]*|\[[0-9a-f:]+\])(?::\d{1,5})?$/i

type HostConfig = Pick<EdgeConfig, 'PUBLIC_ORIGIN' | 'PREVIEW_ORIGIN' | 'EDGE_HOSTS' | 'HOST'>

/**
 * Returns the host names that the edge accepts: the public origin's, the preview host's, those of EDGE_HOSTS, and in a local
 * mall the loopback names and the address that the edge listens on.
 */
export function hostNames({ PUBLIC_ORIGIN, PREVIEW_ORIGIN, EDGE_HOSTS, HOST }: HostConfig): Set<string> {
  const { hostname } = new URL(PUBLIC_ORIGIN)
  const names = [hostname, ...EDGE_HOSTS.split(',').map(nameOf)]
  if (PREVIEW_ORIGIN) names.push(new URL(PREVIEW_ORIGIN).hostname)
  if (loopback.includes(hostname)) names.push(...loopback, HOST)
  return new Set(names.filter((name) => name !== undefined))
}

/** Returns whether a request is for the preview host. */
export function previewHost({ PREVIEW_ORIGIN }: HostConfig): (request: IncomingMessage) => boolean {
  const name = PREVIEW_ORIGIN && new URL(PREVIEW_ORIGIN).hostname
  return ({ headers }) => name !== undefined && nameOf(headers.host ?? '') === name
}

/** Returns the status that refuses the Host header: 400 unless there is exactly one, 421 for another site's host. */
export function hostRefusal(
  { rawHeaders }: IncomingMessage,
  names: ReadonlySet<string>,
): 400 | 421 | undefined {
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host')
  const name = hosts.length === 1 ? nameOf(hosts[0] ?? '') : undefined
  if (name === undefined) return 400
  return names.has(name) ? undefined : 421
}

/** Returns the name in a Host header without its port; undefined when it is malformed. */
function nameOf(host: string): string | undefined {
  return hostHeader.exec(host.trim())?.groups?.['name']?.toLowerCase()
}
