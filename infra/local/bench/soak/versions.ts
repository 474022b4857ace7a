import type { RegistryStatus } from '@mallhive/release-runtime/registry'

export type Versions = {
  /** Versions that the shell has loaded, and those of them that are not live. */
  inShell: number
  supersededInShell: number
  /** Processes of BFF bundles that are not live. */
  supersededBundles: number
}

/** Counts the versions that live at once. @param bundles releases whose BFF bundle has a process */
export async function versionsOf(origin: string, bundles: string[]): Promise<Versions> {
  const answer = await fetch(`${origin}/_mall/status.json`)
  const { live, loaded } = (await answer.json()) as Pick<RegistryStatus, 'live' | 'loaded'>
  const isLive = new Set(
    live.flatMap(({ name, stable, canary }) => [`${name}@${stable}`, `${name}@${canary}`]),
  )
  const superseded = (releases: string[]) => releases.filter((release) => !isLive.has(release)).length
  return {
    inShell: loaded.length,
    supersededInShell: superseded(loaded),
    supersededBundles: superseded(bundles),
  }
}
