import { DataTable } from '@mallhive/design-system'
import styles from './console.module.css'
import type { ChangeView } from './overview.ts'

/** Lists changes of live releases with author, time and reason. */
export function History({ name, changes }: { name: string; changes: ChangeView[] }) {
  if (changes.length === 0) return null
  return (
    <details className={styles.fold}>
      <summary>History</summary>
      <DataTable
        cards
        caption={`Changes of ${name}, newest first`}
        columns={[
          {
            key: 'at',
            label: 'When',
            cell: ({ at }: ChangeView) => `${at.slice(0, 10)} ${at.slice(11, 16)}`,
          },
          { key: 'what', label: 'What', cell: what },
          { key: 'by', label: 'Who', cell: ({ by }) => by },
          { key: 'why', label: 'Reason', cell: ({ why }) => why ?? '—' },
        ]}
        rows={changes}
        rowKey={({ revision }) => String(revision)}
      />
    </details>
  )
}

function what({ action, stable, canary, withdrew }: ChangeView): string {
  if (withdrew) return `${action} ${withdrew}`
  return canary ? `${action} ${canary.version} at ${canary.percent} %` : `${action} ${stable}`
}
