import { devBuild } from '@mallhive/mfe-kit/release'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import { useEffect } from 'react'

/** Follows the dev servers that this document is pinned to; there are none in a shopper's. */
export function useDevServers(releases: Record<string, AssignedRelease>): void {
  useEffect(() => {
    const builds = Object.values(releases).flatMap(({ version }) => devBuild(version) ?? [])
    const stops = builds.map(async (build) => {
      const { followDevServer } = await import('./follow-dev-server.ts')
      return followDevServer(build)
    })
    return () => void Promise.all(stops).then((all) => all.forEach((stop) => stop()))
  }, [releases])
}
