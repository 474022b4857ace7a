import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import { fileUrl } from '@mallhive/mfe-kit/release'
import type { Live } from './releases.ts'

/** One version in the schema of AWS Frontend Discovery: https://github.com/awslabs/frontend-discovery */
interface DiscoveredVersion {
  url: string
  metadata: { integrity: string; version: string }
  deployment: { traffic: number; default: boolean }
  extras: { moduleFederation: { name: string; type: 'module'; descriptor: string; exposes: Exposes } }
}

/** Style sheets of each expose with their hashes, by name. */
type Exposes = Record<string, { css: { url: string; integrity: string }[] }>

export interface Discovery {
  schema: string
  microFrontends: Record<string, DiscoveredVersion[]>
}

/** Returns the discovery document for other hosts: address, hash and traffic share of each live entry. */
export function discovery(live: Live[], origin: string): Discovery {
  return {
    schema: 'https://raw.githubusercontent.com/awslabs/frontend-discovery/main/schema/v1-pre.json',
    microFrontends: Object.fromEntries(
      live.map(({ stable, canary }) => {
        const versions = [describe(stable, 100 - (canary?.percent ?? 0), true, origin)]
        if (canary) versions.push(describe(canary.release, canary.percent, false, origin))
        return [`@mallhive/${stable.name}`, versions]
      }),
    ),
  }
}

function describe(
  release: RemoteRelease,
  traffic: number,
  isDefault: boolean,
  origin: string,
): DiscoveredVersion {
  const url = (path: string) => new URL(fileUrl(release, path), origin).href
  const integrity = (path: string) => release.integrity[path] ?? ''
  const exposes = Object.entries(release.exposes).map(([name, { css }]) => [
    name,
    { css: css.map((path) => ({ url: url(path), integrity: integrity(path) })) },
  ])
  return {
    url: url(release.web),
    metadata: { integrity: integrity(release.web), version: release.version },
    deployment: { traffic, default: isDefault },
    extras: {
      moduleFederation: {
        name: release.id,
        type: 'module',
        descriptor: url('release.json'),
        exposes: Object.fromEntries(exposes),
      },
    },
  }
}
