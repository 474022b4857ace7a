import { ClientOnly } from './client-only.ts'
import type { Container, SharedModules } from './container.ts'
import { createHost } from './create-host.ts'
import type { MallHost } from './create-host.ts'
import { track } from './tracked-promise.ts'

export interface ServerHostOptions {
  shared: SharedModules
  /** Returns the verified and executed server container of a release; undefined when it cannot run here. */
  container: (releaseId: string) => Container | undefined
  timeoutMs?: number
}

/**
 * Returns the host of a server process. Containers come from the registry, not from the network, so a load settles
 * within a few ticks. A load that fails or exceeds `timeoutMs` rejects with ClientOnly: the browser renders it.
 */
export function createServerHost({ shared, container, timeoutMs = 1000 }: ServerHostOptions): MallHost {
  const host = createHost({
    shared,
    container: ({ id }) => {
      const found = container(id)
      if (!found) throw new Error(`${id} was evicted`)
      return found
    },
    attempt: async (load) => {
      const { promise: tooLate, reject } = Promise.withResolvers<never>()
      const timer = setTimeout(reject, timeoutMs, new Error(`no answer within ${timeoutMs} ms`))
      try {
        return await Promise.race([load(), tooLate])
      } catch (cause) {
        throw new ClientOnly('left to the browser', { cause })
      } finally {
        clearTimeout(timer)
      }
    },
  })
  return {
    ...host,
    // Rejected without a call to `load`, which would cache the failure beyond the container's arrival.
    load: (release, expose) =>
      container(release.id)
        ? host.load(release, expose)
        : track(Promise.reject(new ClientOnly(`${release.id} does not run on this server`))),
  }
}
