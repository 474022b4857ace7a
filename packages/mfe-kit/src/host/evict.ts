import type { createInstance } from '@module-federation/runtime'

type Federation = ReturnType<typeof createInstance>

/**
 * Takes a remote out of the federation runtime, which has no public way to. All knowledge of its internals is in
 * this file; the test beside it fails when an upgrade moves them.
 */
export function evictRemote(federation: Federation, name: string): void {
  const remote = federation.options.remotes.find((candidate) => candidate.name === name)
  if (remote) federation.remoteHandler['removeRemote'](remote)

  // The container's own runtime instance would keep the whole bundle reachable.
  const instances = federationInstances()
  const index = instances.findIndex((instance) => instance.name === name)
  if (index >= 0) instances.splice(index, 1)

  for (const versions of Object.values(federation.shareScopeMap['default'] ?? {})) {
    for (const shared of Object.values(versions)) {
      shared.useIn = shared.useIn?.filter((user) => user !== name)
    }
  }
}

/** Every federation runtime instance of this process: the host's, and one per loaded container. */
export function federationInstances(): { name: string }[] {
  const { __INSTANCES__: instances } = globalThis['__FEDERATION__']
  return instances
}
