import { compileFunction } from 'node:vm'
import type { Container } from '@mallhive/mfe-kit/host/container'
import { createServerHost } from '@mallhive/mfe-kit/host/server-host'
import type { AssignedRelease, ExposedModule } from '@mallhive/mfe-kit/shell-context'
import { sharedModules } from '../client/shared-modules.ts'
import type { HeldRelease } from './host-messages.ts'

export interface HeldReleases {
  /**
   * Executes a release's bundle and loads all of its exposes. Returns for how many seconds documents of its pages may be sent
   * again. @throws when they are unusable
   */
  hold: (held: HeldRelease, filename: string, code: string) => Promise<Record<string, number>>
  drop: (id: string) => void
  get: (id: string) => HeldRelease | undefined
  /** Whether a release's bundle runs here. */
  runs: (id: string) => boolean
  load: (release: AssignedRelease, expose: string) => Promise<ExposedModule>
}

/** Keeps the releases of this process, with the federation host that shares the renderer's React with them. */
export function openHeldReleases(requireBuiltin: (name: string) => unknown): HeldReleases {
  const all = new Map<string, HeldRelease>()
  const containers = new Map<string, Container>()
  const host = createServerHost({ shared: sharedModules, container: (id) => containers.get(id) })

  function drop(id: string): void {
    all.delete(id)
    forgetCode(id)
  }

  function forgetCode(id: string): void {
    containers.delete(id)
    host.evict(id)
  }

  return {
    drop,
    get: (id) => all.get(id),
    runs: (id) => containers.has(id),
    load: host.load,
    async hold(held, filename, code) {
      const { assigned } = held
      all.set(assigned.id, held)
      if (code === '') return {}
      try {
        containers.set(assigned.id, containerOf(evaluate(code, filename, requireBuiltin)))
        const modules = Object.keys(assigned.exposes).map(
          async (expose) => [expose, (await host.load(assigned, expose)).cacheSeconds ?? 0] as const,
        )
        return Object.fromEntries((await Promise.all(modules)).filter(([, seconds]) => seconds > 0))
      } catch (error) {
        forgetCode(assigned.id)
        throw error
      }
    },
  }
}

/** Executes a self-contained CommonJS bundle. `filename` appears in stack traces, by which its faults are blamed. */
function evaluate(
  code: string,
  filename: string,
  require: (name: string) => unknown,
): Record<string, unknown> {
  const module = { exports: {} }
  compileFunction(code, ['exports', 'module', 'require'], { filename })(module.exports, module, require)
  return module.exports
}

function containerOf({ init, get }: Record<string, unknown>): Container {
  if (!isFunction<Container['init']>(init) || !isFunction<Container['get']>(get))
    throw new Error('the server bundle is not a federation container')
  return { init, get }
}

function isFunction<F extends (...args: never[]) => unknown>(value: unknown): value is F {
  return typeof value === 'function'
}
