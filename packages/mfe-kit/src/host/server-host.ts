import { ClientOnly } from './client-only.ts'
import type { Container, SharedModules } from './container.ts'
import { createHost } from './create-host.ts'
import type { MallHost } from './create-host.ts'
import { track } from './tracked-promise.ts'

export interface ServerHostOptions {
  shared: SharedModules
  /** The already verified and executed server container of a release; undefined when it cannot run here. */
  container: (releaseId: string) => Container | undefined
  timeoutMs?: number
}

/**
 * The host of a server process. Containers come from the registry, never from the network, so a load settles within
 * a few ticks; whatever fails or takes too long is left to the browser.
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
    // Not even tried, so that nothing of a failure is remembered when the container arrives later.
    load: (release, expose) =>
      container(release.id)
        ? host.load(release, expose)
        : track(Promise.reject(new ClientOnly(`${release.id} does not run on this server`))),
  }
}
