import { openJsonClient } from '@mallhive/mfe-kit/host/json-client'
import type { JsonClient } from '@mallhive/mfe-kit/host/json-client'
import type { ShellConfig } from '../config.ts'

type Addresses = Pick<ShellConfig, 'BFF_URL' | 'BFF_URLS'>

/** Returns a client of the BFF host, which sends calls of a micro frontend with a host of its own there. */
export function openBffClient({ BFF_URL, BFF_URLS }: Addresses): JsonClient {
  const shared = openJsonClient(BFF_URL)
  const own = new Map(Object.entries(BFF_URLS).map(([mfe, url]) => [mfe, openJsonClient(url)]))
  return (request) => (own.get(mfeOf(request.path)) ?? shared)(request)
}

/** Returns the addresses of all hosts. */
export const bffUrls = ({ BFF_URL, BFF_URLS }: Addresses): string[] => [
  ...new Set([BFF_URL, ...Object.values(BFF_URLS)]),
]

const mfeOf = (path: string): string => /^\/api\/([^/]+)\//.exec(path)?.[1] ?? ''
