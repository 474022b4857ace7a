import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { sha384 } from '@mallhive/release-runtime/integrity'
import type { BuiltRelease } from '@mallhive/release-runtime/publish'

import { copyOf } from '../soak/copies.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../bff/host/fixtures/${name}`, import.meta.url), 'utf8')

/** Kinds that the host may report of each fault, by the procedure in `faults.cjs` that has it. */
const kinds: Record<'faults' | 'extraFaults', Record<string, string[]>> = JSON.parse(fixture('faults.json'))

export interface PlantedFault {
  name: string
  /** One of them must be reported. */
  kinds: string[]
  /** Whether it is beyond the eighteen faults that the figures have always had. */
  extra: boolean
}

export const plantedFaults: PlantedFault[] = [
  ...Object.entries(kinds.faults).map(([name, its]) => ({ name, kinds: its, extra: false })),
  ...Object.entries(kinds.extraFaults).map(([name, its]) => ({ name, kinds: its, extra: true })),
]

/** Copies a built release to another version and adds the faults to the procedures of its BFF. */
export function withFaults(from: string, version: string, to: string): BuiltRelease & Disposable {
  return changed(
    from,
    version,
    to,
    (code) => `${code}
;{
  const honest = { ...module.exports }
  const faulty = {}
  ;((exports) => { ${fixture('faults.cjs')} })(faulty)
  const planted = new Set(${JSON.stringify(plantedFaults.map(({ name }) => name))})
  const handle = (request, ...rest) => {
    const name = new URL(request.url).pathname.split('/').at(-1)
    return planted.has(name) ? faulty.handle(request, ...rest) : honest.handle(request, ...rest)
  }
  module.exports = { ...honest, handle }
}`,
  )
}

/**
 * Copies a built release to another version whose page has the faults: `?fault=<name>` in its component, with `&at=loader` in its
 * loader. Without a fault it shows `plantedPage` and its version.
 */
export function withPageFaults(
  from: string,
  version: string,
  to: string,
  expose: string,
): BuiltRelease & Disposable {
  return changed(
    from,
    version,
    to,
    (code) => `${code}
;{
  const faulty = {}
  ;((exports) => { ${fixture('faults.cjs')} })(faulty)
  const fire = (name) => name && void faulty.handle({ url: 'http://page/' + name }, {})
  const { init, get } = module.exports
  const page = {
    loader: async ({ search: { fault, at } }) => {
      if (at === 'loader') fire(fault)
      return { fault: at === 'loader' ? undefined : fault }
    },
    meta: () => ({ title: 'Planted' }),
    default: ({ data }) => (fire(data?.fault), '${plantedPage} ${version}'),
  }
  module.exports = { init, get: async (expose) => expose === './${expose}' ? () => page : get(expose) }
}`,
    'ssr',
  )
}

/** The words of a page with planted faults. */
export const plantedPage = 'a planted page of'

/** Copies a built release to another version whose page tries every known way out of its process, as `?given=<JSON>` says. */
export function withPageProbes(
  from: string,
  version: string,
  to: string,
  expose: string,
): BuiltRelease & Disposable {
  return changed(
    from,
    version,
    to,
    (code) => `${code}
;{
  const probes = {}
  ;((exports) => { ${fixture('escapes.cjs')} })(probes)
  const { init, get } = module.exports
  const page = {
    loader: async ({ search: { given } }) => {
      const body = given
      const request = { url: 'http://page/probe', method: 'POST', json: async () => JSON.parse(body), text: async () => body }
      return (await probes.handle(request, {})).text()
    },
    meta: () => ({ title: 'Probe' }),
    default: () => null,
  }
  module.exports = { init, get: async (expose) => expose === './${expose}' ? () => page : get(expose) }
}`,
    'ssr',
  )
}

/** Copies a built release to another version whose BFF tries every known way out of its process. */
export function withProbes(from: string, version: string, to: string): BuiltRelease & Disposable {
  return changed(from, version, to, () => fixture('escapes.cjs'))
}

/** Copies a built release to another version whose BFF has a procedure that makes 160 calls of a service. */
export function withServiceCalls(from: string, version: string, to: string): BuiltRelease & Disposable {
  const rpc = 'mallhive.catalog.v1.CatalogService/ListFeatured'
  const release = changed(
    from,
    version,
    to,
    (code) => `${code}
;{
  const { handle } = module.exports
  const message = { kind: 'message', typeName: 'x.Empty', file: { edition: 999 }, fields: [], members: [], oneofs: [], field: {} }
  const method = { name: 'ListFeatured', localName: 'ask', input: message, output: message }
  const service = { typeName: 'mallhive.catalog.v1.CatalogService', methods: [method] }
  module.exports = { ...module.exports, handle: async (request, context, ...rest) => {
    if (!new URL(request.url).pathname.endsWith('/serviceCalls')) return handle(request, context, ...rest)
    const ends = await Promise.allSettled(Array.from({ length: 160 }, () => context.client(service).ask({})))
    return Response.json(ends.filter(({ status }) => status === 'fulfilled').length)
  } }
}`,
  )
  const { rpcs } = release.descriptor
  return { ...release, descriptor: { ...release.descriptor, rpcs: [...new Set([...rpcs, rpc])] } }
}

function changed(
  from: string,
  version: string,
  to: string,
  change: (code: string) => string,
  kind: 'bff' | 'ssr' = 'bff',
): BuiltRelease & Disposable {
  const copy = copyOf(from, version, to)
  const file = copy.descriptor[kind]
  if (!file) throw new Error(`${copy.descriptor.name} has no ${kind} bundle to plant faults in`)
  const bytes = Buffer.from(change(readFileSync(join(to, file), 'utf8')))
  writeFileSync(join(to, file), bytes)
  const integrity = { ...copy.descriptor.integrity, [file]: sha384(bytes) }
  const sizes = { ...copy.descriptor.sizes, [file]: bytes.length }
  return { ...copy, descriptor: { ...copy.descriptor, integrity, sizes } }
}
