import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './panel.module.css'

export type PanelProps = Omit<ComponentPropsWithRef<'section'>, 'title'> & {
  title?: ReactNode
  headingLevel?: 'h2' | 'h3'
}

/** A box that separates its content: an order summary. */
export function Panel({ title, headingLevel: Heading = 'h2', className, children, ...rest }: PanelProps) {
  return (
    <section {...rest} className={classes(styles.panel, className)}>
      {title ? <Heading className={styles.title}>{title}</Heading> : null}
      {children}
    </section>
  )
}
