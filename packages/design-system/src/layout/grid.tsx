import type { ComponentPropsWithRef } from 'react'
import { classes } from '../classes.ts'
import { gap } from './gap.ts'
import type { Gap } from './gap.ts'
import styles from './layout.module.css'

export type GridProps = ComponentPropsWithRef<'ul'> & {
  /** Minimum width of a column, a CSS length. */ min?: string
  gap?: Gap
}

/** A list of cards in as many columns as fit; two on phones. Children must be `<li>`. */
export function Grid({ min = '13rem', gap: step = 5, className, style, ...rest }: GridProps) {
  return (
    <ul
      {...rest}
      className={classes(styles.grid, className)}
      style={{ ...gap(step, style), ['--grid-min' as string]: min }}
    />
  )
}
