import type { ComponentPropsWithRef } from 'react'
import { classes } from '../classes.ts'
import { gap } from './gap.ts'
import type { Gap } from './gap.ts'
import styles from './layout.module.css'

export type RowProps = ComponentPropsWithRef<'div'> & { gap?: Gap; spread?: boolean }

/** A wrapping row; `spread` distributes its children. */
export function Row({ gap: step = 3, spread = false, className, style, ...rest }: RowProps) {
  return (
    <div
      {...rest}
      className={classes(styles.row, spread && styles.spread, className)}
      style={gap(step, style)}
    />
  )
}
