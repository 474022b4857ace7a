import { type Plan, type Resource, type Statement, resourcesOf, statementsOf } from '../plan.ts'

/** What rules look at. */
export class Planned {
  readonly resources: Resource[]
  readonly statements: Statement[]
  readonly environment: string

  constructor(plan: Plan, environment: string) {
    this.resources = resourcesOf(plan)
    this.statements = statementsOf(plan)
    this.environment = environment
  }

  of(type: string): Resource[] {
    return this.resources.filter((resource) => resource.type === type)
  }

  /** Those of a type for which no resource of another type, with the same module, name and key, meets a condition. */
  without(type: string, other: string, meets: (other: Resource) => boolean = () => true): Resource[] {
    const partners = new Set(
      this.of(other)
        .filter(meets)
        .map(({ address }) => address.replace(`${other}.`, '')),
    )
    return this.of(type).filter(({ address }) => !partners.has(address.replace(`${type}.`, '')))
  }
}

/** Returns the addresses that break it. */
export type Rule = (planned: Planned) => string[]

export const addressesOf = (resources: { address: string }[]) => resources.map(({ address }) => address)

/** The first block of a name, which Terraform represents as a list. */
export function block(values: Record<string, unknown>, name: string): Record<string, unknown> {
  const list = values[name]
  return Array.isArray(list) ? ((list[0] ?? {}) as Record<string, unknown>) : {}
}

/** Whether a value is set, be it one that is known only later. */
export const isSet = ({ values, configured }: Resource, name: string) => {
  const value = values[name]
  return value === undefined ? configured.has(name) : value !== null && value !== ''
}
