import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import { shellProcess } from '../server/shell-process.ts'

export const releasesElementId = 'mall-releases'

export interface DocumentReleases {
  releases: Record<string, AssignedRelease>
  integrity: (release: AssignedRelease, path: string) => string | undefined
}

/**
 * Returns the releases of this document: looked up by id on the server, read from the document in the browser. As props they
 * would be in the page twice.
 */
export function documentReleases(ids: string[]): DocumentReleases {
  return typeof window === 'undefined' ? onServer(ids) : inBrowser()
}

function onServer(ids: string[]): DocumentReleases {
  const found = ids.map((id) => shellProcess().releases.find(id)).filter((release) => release !== undefined)
  const byId = new Map(found.map((release) => [release.id, release]))
  return {
    releases: Object.fromEntries(found.map((release) => [release.name, release])),
    integrity: (release, path) => byId.get(release.id)?.integrity[path],
  }
}

function inBrowser(): DocumentReleases {
  const hashes = json<{ integrity: Record<string, string> }>('script[type=importmap]')
  return {
    releases: json<Record<string, AssignedRelease>>(`#${releasesElementId}`),
    integrity: (release, path) => hashes.integrity[release.base + path],
  }
}

function json<T>(selector: string): T {
  return JSON.parse(document.querySelector(selector)?.textContent ?? '{}')
}
