import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'

import { type EnvironmentName, environments } from '../../../environments.ts'
import { infraDir } from '../paths.ts'
import { quantity } from './quantity.ts'
import { workloads } from './workloads.ts'

const read = (file: string) => readFileSync(join(infraDir, file), 'utf8')
const prometheus = parseDocument(read('observability/kubernetes/prometheus.yaml')).toJS() as {
  spec: { replicas: number; resources: { requests: { cpu: string; memory: string } } }
}

/** Classes of nodes: processors, and memory as Kubernetes writes it. */
const classes: Record<string, [cpu: number, memory: string]> = {
  't3.xlarge': [4, '16Gi'],
  'm7i.xlarge': [4, '16Gi'],
}
/** Of a node, what is left beside the system, the mesh, the daemons and the controllers. */
const forParts = 0.75

test.each(Object.keys(environments) as EnvironmentName[])(
  'the fewest nodes of %s hold the fewest processes',
  (environment) => {
    const line = /class = "(\S+)", min = (\d+)/.exec(
      read(`terraform/environments/${environment}/main.tf`).replace(/^(?!.*nodes +=).*$/gm, ''),
    )
    const [cpu, memory] = classes[line?.[1] ?? ''] ?? [0, '0']
    const nodes = Number(line?.[2])
    const least = (name: 'cpu' | 'memory') =>
      workloads.reduce(
        (total, { of }) =>
          total + quantity(of[name]) * (environments[environment].single ? 1 : of.minReplicas),
        prometheus.spec.replicas * quantity(prometheus.spec.resources.requests[name]),
      )
    expect(least('cpu')).toBeLessThanOrEqual(nodes * cpu * forParts)
    expect(least('memory')).toBeLessThanOrEqual(nodes * quantity(memory) * forParts)
  },
)
