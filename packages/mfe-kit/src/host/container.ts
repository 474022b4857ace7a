import type { ExposedModule } from '../shell-context.ts'

/** A module that the shell shares with remotes, with its declared version. */
export type SharedModules = Record<string, { version: string; module: object }>

/** A webpack share scope: containers take shared modules from it by name and version. */
export type ShareScope = Record<string, Record<string, SharedModule>>

interface SharedModule {
  get: () => (() => object) | Promise<() => object>
  from: string
  eager: boolean
  loaded: boolean
}

/** A Module Federation container of any bundler: initialised once with a share scope, it returns its exposes. */
export interface Container {
  init: (scope: ShareScope) => unknown
  get: (expose: string) => (() => ExposedModule) | Promise<() => ExposedModule>
}

/** Returns a share scope whose modules are all loaded, so that containers never wait for them. */
export function shareScope(shared: SharedModules): ShareScope {
  return Object.fromEntries(
    Object.entries(shared).map(([name, { version, module }]) => [
      name,
      { [version]: { get: () => () => module, from: 'mallhive', eager: true, loaded: true } },
    ]),
  )
}
