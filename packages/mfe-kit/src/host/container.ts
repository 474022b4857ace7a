import type { ExposedModule } from '../shell-context.ts'

/** A module that the shell lends to remotes, with the version it stands for. */
export type SharedModules = Record<string, { version: string; module: object }>

/** What webpack calls a share scope: containers take the modules they share from it, by name and version. */
export type ShareScope = Record<string, Record<string, SharedModule>>

interface SharedModule {
  get: () => () => object
  from: string
  eager: boolean
  loaded: boolean
}

/** A remote as Module Federation defines it, whoever built it: given a share scope once, it hands out its exposes. */
export interface Container {
  init: (scope: ShareScope) => unknown
  get: (expose: string) => (() => ExposedModule) | Promise<() => ExposedModule>
}

/** Everything shared is there from the start, so containers get it at once and never wait. */
export function shareScope(shared: SharedModules): ShareScope {
  return Object.fromEntries(
    Object.entries(shared).map(([name, { version, module }]) => {
      // Next serves a canary of React, and no range matches a prerelease.
      const [release = version] = version.split('-')
      return [name, { [release]: { get: () => () => module, from: 'mallhive', eager: true, loaded: true } }]
    }),
  )
}
