import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './heading.module.css'

export type PageHeadingProps = {
  title: ReactNode
  lead?: ReactNode
  /** Shown beside the title, at the end. */ actions?: ReactNode
  className?: string
}

/** The `h1` of a page, with a sentence below it. */
export function PageHeading({ title, lead, actions, className }: PageHeadingProps) {
  return (
    <div className={classes(styles.heading, className)}>
      <div className={styles.words}>
        <h1>{title}</h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  )
}
