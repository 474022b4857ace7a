import type { ComponentPropsWithRef } from 'react'
import { classes } from '../classes.ts'
import styles from './layout.module.css'

export type PageWidthProps = ComponentPropsWithRef<'div'> & {
  /** For forms and text: 46 rem. */ narrow?: boolean
}

/** Limits the content's width and adds gutters. */
export function PageWidth({ narrow = false, className, ...rest }: PageWidthProps) {
  return <div {...rest} className={classes(styles.page, narrow && styles.narrow, className)} />
}
