import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './data-table.module.css'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  /** Hidden on narrow screens. */
  wideOnly?: boolean
}

export type DataTableProps<Row> = {
  /** Name of the table for screen readers; visible with `showCaption`. */
  caption: string
  showCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** For rows of text rather than figures: on narrow screens each row becomes a card. */
  cards?: boolean
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
}

/** A table. The first column is each row's header; a wide table scrolls sideways. */
export function DataTable<Row>({
  caption,
  showCaption,
  columns,
  rows,
  rowKey,
  cards,
  empty,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    // A scroll container must be focusable for keyboard users.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes(styles.scroll, cards && styles.cards)} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={showCaption ? styles.caption : styles.hidden}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={cellClass(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={cellClass(column)}>
                    {cards ? (
                      <span className={styles.label} aria-hidden="true">
                        {column.label}
                      </span>
                    ) : null}
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cellClass({ align, wideOnly }: { align?: 'start' | 'end'; wideOnly?: boolean }): string {
  return classes(align === 'end' && styles.end, wideOnly && styles.wideOnly)
}
