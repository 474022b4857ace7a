import { evaluate } from '@marcbachmann/cel-js'

import type { Manifest } from '../manifest.ts'
import { policies } from './admission.ts'

const resources: Record<string, string> = {
  Pod: 'pods',
  Deployment: 'deployments',
  Job: 'jobs',
  NetworkPolicy: 'networkpolicies',
}

/** Returns what the admission policies say against an object, as the API server would. */
export function refusals(object: Manifest): string[] {
  return policies
    .filter((policy) => policy.resources.includes(resources[object.kind] ?? ''))
    .flatMap(({ variables: expressions, rules }) => {
      const variables: Record<string, unknown> = {}
      for (const [name, expression] of Object.entries(expressions))
        variables[name] = evaluate(expression, { object, variables })
      return rules.filter(({ expression }) => evaluate(expression, { object, variables }) !== true)
    })
    .map(({ message }) => message)
}
