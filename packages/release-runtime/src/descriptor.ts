import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import { releaseBase, releaseId } from '@mallhive/mfe-kit/release'
import { z } from 'zod'
import { ReleaseError } from './release-error.ts'

export const nameSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
export const versionSchema = z
  .string()
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'use a version such as 1.5.0')

/** Inside the release's own prefix, and nothing but: no `..`, no absolute path, no other origin. */
const filePath = z.string().regex(/^(web|ssr|bff)(\/[\w-][\w.-]*)+$/)
const hash = z.string().regex(/^sha384-[\w+/]{64}$/)

const schema = z.object({
  id: z.string(),
  name: nameSchema,
  version: versionSchema,
  base: z.string(),
  web: filePath,
  ssr: filePath,
  /** The BFF's bundle; a micro frontend may live without one. */
  bff: filePath.optional(),
  exposes: z.record(nameSchema, z.object({ js: z.array(filePath), css: z.array(filePath) })),
  integrity: z.record(filePath, hash),
  routes: z.record(z.string().startsWith('/'), nameSchema),
  /** Where pages moved; releases from before there were redirects have none. */
  redirects: z.record(z.string().startsWith('/'), z.string().startsWith('/')).default({}),
  consumes: z.array(z.string()),
  /** What each fragment takes, as TypeScript: its component, and its loader where it has one. */
  fragments: z.record(z.string(), z.object({ props: z.string(), loaderProps: z.string().optional() })),
  /** What it gives to other teams' fragments, and where its sources do. */
  passes: z.array(
    z.object({
      fragment: z.string(),
      props: z.string(),
      at: z.string(),
      to: z.literal('loader').optional(),
    }),
  ),
  /** What its BFF calls: `mallhive.cart.v1.CartService/GetCart`. */
  rpcs: z.array(z.string()),
  /** Where its sources call each of them first. */
  rpcsAt: z.record(z.string(), z.string()),
  /** The contracts of those, as built against: a FileDescriptorSet. */
  contracts: filePath.optional(),
  /** The most that a first paint of one expose may weigh, compressed. */
  budgetKb: z.number().positive(),
  /** Paths on which the gate looks at it in a browser. */
  smoke: z.array(z.string()),
  /** Packages it takes from the shell, with the ranges it was built for. */
  shared: z.record(z.string().regex(/^@?[a-z0-9]/), z.string()),
  /** Bytes, uncompressed. */
  sizes: z.record(filePath, z.number().int().nonnegative()),
  /** Where the sources came from, when they came from git. */
  commit: z.string().optional(),
  committedAt: z.iso.datetime({ offset: true }).optional(),
})

/** `release.json`: everything that a host, a gate or a person must know of one immutable release. */
export type Descriptor = z.output<typeof schema> & RemoteRelease

/**
 * Reads a descriptor that claims to be `name`@`version`.
 * @throws ReleaseError INVALID naming every bad field, also when it speaks for another release or leaves its prefix
 */
export function parseDescriptor(json: string, name: string, version: string): Descriptor {
  const parsed = schema.safeParse(jsonOf(json, `release.json of ${name} ${version}`))
  if (!parsed.success) throw invalid(name, version, z.prettifyError(parsed.error))
  const it = parsed.data
  const own = it.name === name && it.version === version
  if (!own || it.id !== releaseId(name, version) || it.base !== releaseBase(name, version))
    throw invalid(name, version, `it speaks for ${it.name} ${it.version} (${it.id}, ${it.base})`)
  const unlisted = filesNamedBy(it).find((file) => !Object.hasOwn(it.integrity, file))
  if (unlisted) throw invalid(name, version, `it names ${unlisted} without a hash`)
  return it
}

export function jsonOf(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ReleaseError('INVALID', `${what} is not JSON`, { cause })
  }
}

function filesNamedBy(it: z.output<typeof schema>): string[] {
  const ofExposes = Object.values(it.exposes).flatMap(({ js, css }) => [...js, ...css])
  return [it.web, it.ssr, it.bff, it.contracts, ...ofExposes].filter((file) => file !== undefined)
}

function invalid(name: string, version: string, why: string): ReleaseError {
  return new ReleaseError('INVALID', `release.json of ${name} ${version} is refused: ${why}`)
}
