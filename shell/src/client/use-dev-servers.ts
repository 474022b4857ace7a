import { devBuild } from '@mallhive/mfe-kit/release'
import type { DevBuild } from '@mallhive/mfe-kit/release'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import { useEffect } from 'react'

/** Follows the dev servers that this document is pinned to; a shopper's document has none. */
export function useDevServers(releases: Record<string, AssignedRelease>): void {
  useEffect(() => {
    const stops = Object.values(releases).flatMap(({ name, version }) => {
      const build = devBuild(version)
      return build ? [follow(name, build)] : []
    })
    return () => void Promise.all(stops).then((all) => all.forEach((stop) => stop()))
  }, [releases])
}

async function follow(name: string, build: DevBuild): Promise<() => void> {
  const { followDevServer } = await import('./follow-dev-server.ts')
  return followDevServer(name, build)
}
