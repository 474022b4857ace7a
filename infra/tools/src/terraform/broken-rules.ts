import { type Plan, type Statement, withoutKeys } from './plan.ts'
import { durability } from './rules/durability.ts'
import { encryption } from './rules/encryption.ts'
import { exposure } from './rules/exposure.ts'
import { reasons } from './rules/reasons.ts'
import { rights } from './rules/rights.ts'
import { Planned } from './rules/rule.ts'
import { tags } from './rules/tags.ts'

export const rules = { ...encryption, ...exposure, ...rights, ...durability, ...tags }

/** Returns statements of policies that break a rule without a reason for it, a line each. */
export function brokenRights(statements: Statement[]): string[] {
  const planned = Object.assign(new Planned({ resource_changes: [] }, ''), { statements })
  return Object.entries(rights).flatMap(([name, rule]) =>
    [...new Set(rule(planned).map(withoutKeys))]
      .filter((address) => !reasons.some((it) => it.rule === name && it.of.test(address)))
      .map((address) => `${name}: ${address}`),
  )
}

/** Returns what breaks a rule without a reason for it, and reasons that nothing needs, a line each. */
export function brokenRules(plans: Record<string, Plan>): string[] {
  const needed = new Set<object>()
  const broken = Object.entries(plans).flatMap(([environment, plan]) =>
    brokenRulesOf(environment, plan, needed),
  )
  const idle = reasons.filter((reason) => !needed.has(reason))
  return [
    ...broken,
    ...idle.map(({ rule, of }) => `nothing needs the reason for ${of.source} to break "${rule}"`),
  ]
}

/** Returns what one plan breaks without a reason; the reasons that it needs are added to a set. */
export function brokenRulesOf(environment: string, plan: Plan, needed = new Set<object>()): string[] {
  const planned = new Planned(plan, environment)
  return Object.entries(rules).flatMap(([name, rule]) =>
    [...new Set(rule(planned).map(withoutKeys))].flatMap((address) => {
      const reason = reasons.find((it) => it.rule === name && it.of.test(address))
      if (reason) needed.add(reason)
      return reason ? [] : `${environment}: ${name}: ${address}`
    }),
  )
}
