import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import { releaseBase, releaseId } from '@mallhive/mfe-kit/release'
import { z } from 'zod'
import { ReleaseError } from './release-error.ts'

/** Not `constructor`, which a look-up by name finds in every object. */
const named = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .refine(
      (name) => !(name in Object.prototype),
      'choose another name: JavaScript objects have a property of this name',
    )

/**
 * Name of a micro frontend. Each part begins with a letter: `cart-1` 2.3.4 would have the id of `cart` 1.2.3-4, and one team's
 * release would be taken for another's.
 */
export const nameSchema = named(/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/)
const exposeSchema = named(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

/** One dash only: 1.5.0-rc-1 would have the id of 1.5.0-rc.1. */
export const versionSchema = z
  .string()
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z]+(\.[0-9A-Za-z]+)*)?$/, 'use a version such as 1.5.0 or 1.5.0-rc.1')

/** A path inside the release's own prefix: no `..`, no absolute path, no other origin. */
const filePath = z.string().regex(/^(web|ssr|bff)(\/[\w-][\w.-]*)+$/)
/** One spelling per RPC: another one, such as `/signIn`, would reach the same method past the host's guard of `/SignIn`. */
const rpcName = z.string().regex(/^[a-z][a-z0-9.]*\.[A-Z][A-Za-z0-9]*\/[A-Z][A-Za-z0-9]*$/)
const hash = z.string().regex(/^sha384-[\w+/]{64}$/)

const schema = z.object({
  id: z.string(),
  name: nameSchema,
  version: versionSchema,
  base: z.string(),
  web: filePath,
  ssr: filePath,
  /** The BFF's bundle, if the micro frontend has one. */
  bff: filePath.optional(),
  exposes: z.record(exposeSchema, z.object({ js: z.array(filePath), css: z.array(filePath) })),
  /**
   * Locale → what its messages lack of the default locale's, and messages that use other placeholders. Absent in a release
   * without messages.
   */
  messages: z
    .record(
      exposeSchema,
      z.object({ missing: z.array(z.string()), differing: z.record(z.string(), z.string()) }),
    )
    .optional(),
  integrity: z.record(filePath, hash),
  routes: z.record(z.string().startsWith('/'), exposeSchema),
  /** Old paths → new paths. Absent in releases built before redirects existed. */
  redirects: z.record(z.string().startsWith('/'), z.string().startsWith('/')).default({}),
  consumes: z.array(z.string()),
  /** The props of each fragment's component and of its loader, if any, as TypeScript. */
  fragments: z.record(z.string(), z.object({ props: z.string(), loaderProps: z.string().optional() })),
  /** The props that it passes to other teams' fragments, and the places in its sources that do. */
  passes: z.array(
    z.object({
      fragment: z.string(),
      props: z.string(),
      at: z.string(),
      to: z.literal('loader').optional(),
    }),
  ),
  /** RPCs that its BFF calls: `mallhive.cart.v1.CartService/GetCart`. */
  rpcs: z.array(rpcName),
  /** RPC → the first place in its sources that calls it. */
  rpcsAt: z.record(z.string(), z.string()),
  /** The contracts of these RPCs as of the build: a FileDescriptorSet. */
  contracts: filePath.optional(),
  /** Limit of an expose's first paint, in kB compressed. */
  budgetKb: z.number().positive(),
  /** Paths that the gate opens in a browser. */
  smoke: z.array(z.string()),
  /** Packages that the shell must provide, with their version ranges. */
  shared: z.record(z.string().regex(/^@?[a-z0-9]/), z.string()),
  /** File → bytes, uncompressed. */
  sizes: z.record(filePath, z.number().int().nonnegative()),
  /** The git commit of the sources; absent for sources outside of git. */
  commit: z.string().optional(),
  committedAt: z.iso.datetime({ offset: true }).optional(),
})

/** `release.json`: the metadata of one immutable release, for hosts, the gate and people. */
export type Descriptor = z.output<typeof schema> & RemoteRelease

/**
 * Parses the descriptor of `name`@`version`.
 * @throws ReleaseError INVALID naming every bad field, also when it describes another release or has a path outside of
 * its prefix
 */
export function parseDescriptor(json: string, name: string, version: string): Descriptor {
  const parsed = schema.safeParse(jsonOf(json, `release.json of ${name} ${version}`))
  if (!parsed.success) throw invalid(name, version, z.prettifyError(parsed.error))
  const it = parsed.data
  const own = it.name === name && it.version === version
  if (!own || it.id !== releaseId(name, version) || it.base !== releaseBase(name, version))
    throw invalid(name, version, `it describes ${it.name} ${it.version} (${it.id}, ${it.base})`)
  const unlisted = filesNamedBy(it).find((file) => !Object.hasOwn(it.integrity, file))
  if (unlisted) throw invalid(name, version, `it names ${unlisted} without a hash`)
  return it
}

/** Parses JSON; `what` names it in errors. @throws ReleaseError INVALID */
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
