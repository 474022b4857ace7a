import { analysis, hasCanary } from '../kubernetes/canary.ts'
import { workloads } from '../kubernetes/workloads.ts'
import { dashboards } from './dashboards.ts'
import { ruleFiles } from './rules.ts'

/** Every expression of rules, dashboards and analyses of canaries, with its place. */
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
  ...analyses(),
]

/** The queries of analyses. Outside of a rollout a series has no revision. */
function analyses(): { at: string; expr: string }[] {
  const asked = JSON.stringify(workloads.filter(hasCanary).map(analysis))
  const queries = [...asked.matchAll(/"query":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
    String(JSON.parse(text)),
  )
  return [...new Set(queries)].map((query) => ({
    at: 'analysis',
    expr: query.replaceAll('{{args.revision}}', ''),
  }))
}
