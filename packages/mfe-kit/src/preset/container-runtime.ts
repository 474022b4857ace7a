import type { ShareScope } from '../host/container.ts'

// Bundled into every container. Shared modules are loaded before the first expose, so that its code reads them synchronously.

const modules: Record<string, object> = {}
let loading: Promise<unknown> | undefined

/**
 * Loads these packages from a host's share scope: of each the version that is in use already, or else the newest. Packages that
 * the host does not share are left out. A second call changes nothing.
 */
export function load(scope: ShareScope, names: string[]): Promise<unknown> {
  loading ??= Promise.all(
    names.map(async (name) => {
      const versions = Object.entries(scope[name] ?? {})
      versions.sort(([a], [b]) => b.localeCompare(a, undefined, { numeric: true }))
      const [, shared] = versions.find(([, { loaded }]) => loaded) ?? versions[0] ?? []
      if (!shared) return
      shared.loaded = true
      const factory = await shared.get()
      modules[name] = factory()
    }),
  )
  return loading
}

/** Returns a shared module. @throws when the host does not share it */
export function take(name: string): object {
  const module = modules[name]
  if (!module) throw new Error(`The host does not share ${name}`)
  return module
}
