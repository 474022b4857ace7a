import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './prose.module.css'

/** Running text with a readable line length. */
export function Prose({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classes(styles.prose, className)}>{children}</div>
}
