import { autoscaler } from '../kubernetes/autoscaler.ts'
import { analysis, hasCanary } from '../kubernetes/canary.ts'
import { workloads } from '../kubernetes/workloads.ts'
import { dashboards } from './dashboards.ts'
import { ruleFiles } from './rules.ts'

/** Every expression of rules, dashboards, analyses of canaries and autoscalers, with its place. */
export const expressions: { at: string; expr: string }[] = [
  ...Object.values(ruleFiles)
    .flat()
    .flatMap(({ rules }) =>
      rules.map((rule) => ({ at: 'record' in rule ? rule.record : rule.alert, expr: rule.expr })),
    ),
  ...dashboards.flatMap(({ title, rows }) =>
    rows
      .flatMap(({ panels }) => panels)
      .flatMap((panel) => panel.queries.map(({ expr }) => ({ at: `${title}: ${panel.title}`, expr }))),
  ),
  ...queriesOf('analysis', workloads.filter(hasCanary).map(analysis)),
  ...queriesOf('autoscaler', workloads.map(autoscaler)),
]

/** The queries in objects of Kubernetes. Outside of a rollout a series has no revision. */
function queriesOf(at: string, objects: object[]): { at: string; expr: string }[] {
  const asked = JSON.stringify(objects)
  const queries = [...asked.matchAll(/"query":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
    String(JSON.parse(text)),
  )
  return [...new Set(queries)].map((query) => ({ at, expr: query.replaceAll('{{args.revision}}', '') }))
}
