import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import { releasesElementId } from '../client/document-releases.ts'
import type { RequestScope } from './request-scope.ts'

/**
 * Renders the document's releases as JSON for the browser, and an import map with the hash of every file, by which the browser
 * verifies chunks that are not preloaded.
 */
export function DocumentReleases({ scope }: { scope: RequestScope }) {
  const releases = Object.values(scope.releases)
  const known = Object.fromEntries(releases.map((release) => [release.name, forBrowser(release)]))
  return (
    <>
      <script
        type="importmap"
        nonce={scope.nonce}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{
          __html: inScript({ integrity: Object.assign({}, ...releases.map(hashes)) }),
        }}
      />
      <script
        type="application/json"
        id={releasesElementId}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: inScript(known) }}
      />
    </>
  )
}

function forBrowser({
  id,
  name,
  version,
  base,
  web,
  exposes,
  routes,
  consumes,
}: RemoteRelease): AssignedRelease {
  return { id, name, version, base, web, exposes, routes, consumes }
}

function hashes({ base, integrity }: RemoteRelease): Record<string, string> {
  const scripts = Object.entries(integrity).filter(([path]) => /^web\/.*\.(js|css)$/.test(path))
  return Object.fromEntries(scripts.map(([path, hash]) => [base + path, hash]))
}

/** Serialises to JSON that cannot close its script element. */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
