import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './summary-list.module.css'

export type SummaryRow = {
  label: ReactNode
  value: ReactNode
  hint?: ReactNode
  /** Emphasised, for the total. */ strong?: boolean
}

/** Labels and values in two columns: totals, an address, facts. */
export function SummaryList({ rows, className }: { rows: readonly SummaryRow[]; className?: string }) {
  return (
    <dl className={classes(styles.list, className)}>
      {rows.map((row, index) => (
        <div key={index} className={classes(styles.row, row.strong && styles.strong)}>
          <dt className={styles.label}>
            {row.label}
            {row.hint ? <span className={styles.hint}>{row.hint}</span> : null}
          </dt>
          <dd className={styles.value}>{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}
