import { z } from 'zod'

const named = (pattern: RegExp, allowed: string) =>
  z
    .string()
    .regex(pattern, `use lower case, digits and single dashes${allowed}`)
    .refine(
      (name) => !(name in Object.prototype),
      'choose another name: JavaScript objects have a property of this name',
    )
const mfeName = named(/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/, ', each followed by a letter')
const kebab = named(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '')
const relativeFile = z.string().regex(/^\.{1,2}\//, 'start with ./ or ../')
const pattern = z
  .string()
  .regex(/^\/(:?[\w-]+(\/:?[\w-]+)*)?$/, 'use a path of names and :params, such as /p/:slug')
const fragment = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/, 'use <micro frontend>/<expose>, such as home/footer')

const fields = z.strictObject({
  /** Unique in the mall; the prefix of its files, of its API and of its fragments. */
  name: mfeName,
  /** Expose → module: pages and fragments alike. */
  exposes: z.record(kebab, relativeFile),
  /**
   * Exposes that nearly every page of the mall shows: their code is part of the container's file, which these pages load anyway, and
   * costs no request of its own.
   */
  onEveryPage: z.array(kebab).default([]),
  /** Route pattern → the expose that is its page. */
  routes: z.record(pattern, kebab).default({}),
  /** Redirects: the pattern of an old path → the pattern of a route with the same parameters. */
  redirects: z.record(pattern, pattern).default({}),
  /** Other teams' fragments that it renders. */
  consumes: z.array(fragment).default([]),
  /** The module that exports `appRouter`, relative to the configuration. */
  bff: relativeFile.optional(),
  /** Limit of one expose's first paint in kB: its scripts and styles, compressed. */
  budgetKb: z.number().positive().default(40),
  /** Paths that the gate opens in a browser, where it cannot guess a route's parameters: `/p/blue-mug`. */
  smoke: z.array(z.string().startsWith('/')).default([]),
})

const schema = fields.superRefine(({ exposes, routes, onEveryPage }, issues) => {
  const uses: [path: string[], expose: string][] = [
    ...Object.entries(routes).map(([route, expose]): [string[], string] => [['routes', route], expose]),
    ...onEveryPage.map((expose): [string[], string] => [['onEveryPage'], expose]),
  ]
  for (const [path, expose] of uses) {
    if (Object.hasOwn(exposes, expose)) continue
    issues.addIssue({
      code: 'custom',
      path,
      message: `"${expose}" is not exposed`,
      params: { given: expose, known: Object.keys(exposes) },
    })
  }
})

export type MicroFrontend = z.output<typeof schema>

/** A declaration has invalid fields; `issues` lists them. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly issues: readonly z.core.$ZodIssue[]

  constructor(name: string, error: z.ZodError) {
    super(`mall.config.ts of "${name}":\n${z.prettifyError(error)}`)
    this.issues = error.issues
  }
}

/** The names of all fields. */
export const configFields = Object.keys(fields.shape)

/**
 * Declares a micro frontend: the default export of its `mall.config.ts`.
 * @throws ConfigError with every wrong field
 */
export function defineMicroFrontend(config: z.input<typeof schema>): MicroFrontend {
  const parsed = schema.safeParse(config)
  if (parsed.success) return parsed.data
  throw new ConfigError(config.name, parsed.error)
}
