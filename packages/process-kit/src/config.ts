import type { z } from 'zod'

/** The environment does not fit the schema; `fields` names every variable at fault. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly fields: string[]

  constructor(problems: { field: string; problem: string }[]) {
    super(`bad configuration\n${problems.map((p) => `  ${p.field}: ${p.problem}`).join('\n')}`)
    this.fields = problems.map((p) => p.field)
  }
}

/**
 * Reads a service's settings from the environment. Empty variables count as unset.
 * @throws ConfigError naming every bad field; never with values, which may be secret
 */
export function readConfig<T>(schema: z.ZodType<T>, env: Record<string, string | undefined>): T {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new ConfigError(
    result.error.issues.map((issue) => ({ field: issue.path.join('.') || '(all)', problem: issue.message })),
  )
}
