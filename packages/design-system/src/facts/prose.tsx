import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './prose.module.css'

/** Running text at a readable measure. */
export function Prose({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classes(styles.prose, className)}>{children}</div>
}
