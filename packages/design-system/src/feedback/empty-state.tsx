import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './empty-state.module.css'

export type EmptyStateProps = {
  title: string
  children?: ReactNode
  /** A link or button for the next step. */
  action?: ReactNode
  headingLevel?: 'h1' | 'h2' | 'h3'
  className?: string
}

/** An empty list with a way out of it: seven empty cells, one of them highlighted. */
export function EmptyState({
  title,
  children,
  action,
  headingLevel: Heading = 'h2',
  className,
}: EmptyStateProps) {
  return (
    <div className={classes(styles.empty, className)}>
      <svg
        className={styles.comb}
        viewBox="0 0 132 126"
        width="132"
        height="126"
        aria-hidden="true"
        focusable="false"
      >
        {cells.map(([x, y], index) => (
          <path key={index} className={index === 3 ? styles.lit : styles.cell} d={hexagon(x, y)} />
        ))}
      </svg>
      <Heading className={styles.title}>{title}</Heading>
      {children ? <div className={styles.words}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  )
}

const cells = [
  [45, 25],
  [87, 25],
  [24, 62],
  [66, 62],
  [108, 62],
  [45, 99],
  [87, 99],
] as const

function hexagon(x: number, y: number): string {
  return `M${x} ${y - 21}l18.2 10.5v21L${x} ${y + 21}l-18.2-10.5v-21z`
}
