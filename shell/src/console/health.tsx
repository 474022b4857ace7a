import { DataTable } from '@mallhive/design-system'
import { Chart } from './chart.tsx'
import styles from './console.module.css'
import type { HealthView } from './overview.ts'

/** Shows errors and web vitals of each live version in the last hour. */
export function Health({ name, health }: { name: string; health: HealthView[] | undefined }) {
  if (!health)
    return (
      <p className={styles.quiet}>
        Release health is unavailable: the release-health service does not answer.
      </p>
    )
  if (health.every(({ documents }) => documents === 0))
    return <p className={styles.quiet}>No document sent a report in the last hour.</p>
  return (
    <>
      <DataTable
        cards
        caption={`The last hour of ${name} by version`}
        columns={[
          { key: 'version', label: 'Version', cell: ({ version }: HealthView) => version },
          { key: 'documents', label: 'Documents', align: 'end', cell: (it) => Math.round(it.documents) },
          { key: 'errors', label: 'With errors', align: 'end', cell: failures },
          { key: 'lcp', label: 'LCP p75', align: 'end', cell: (it) => inMs(it.lcpP75Ms) },
          { key: 'inp', label: 'INP p75', align: 'end', cell: (it) => inMs(it.inpP75Ms) },
        ]}
        rows={health}
        rowKey={({ version }) => version}
      />
      <div className={styles.charts}>
        <Chart
          label="Documents with errors, %"
          lines={health.map(({ version, minutes }) => ({
            name: version,
            points: minutes.map(({ at, documents, failedDocuments }) => ({
              at,
              value: documents > 0 ? (100 * failedDocuments) / documents : undefined,
            })),
          }))}
        />
        <Chart
          label="LCP p75, ms"
          lines={health.map(({ version, minutes }) => ({
            name: version,
            points: minutes.map(({ at, lcpP75Ms }) => ({ at, value: lcpP75Ms })),
          }))}
        />
      </div>
      {health.map(({ version, exampleError }) =>
        exampleError ? (
          <p key={version} className={styles.bad}>
            {version} threw “{exampleError}”
          </p>
        ) : null,
      )}
    </>
  )
}

const inMs = (value: number | undefined) => (value === undefined ? '—' : `${Math.round(value)} ms`)

function failures({ documents, failedDocuments }: HealthView): string {
  if (documents === 0) return '—'
  return `${Number(((100 * failedDocuments) / documents).toPrecision(2))} %`
}
