import type { ComponentPropsWithRef, CSSProperties } from 'react'
import { classes } from '../classes.ts'
import styles from './cell.module.css'

export type CellProps = ComponentPropsWithRef<'div'> & {
  /** OKLCH hue in degrees. Left out: the hue around it. */
  hue?: number | undefined
  /** Flat colour instead of the lit stall. */
  flat?: boolean
}

/** The tinted, softly lit stall that a product stands in. */
export function Cell({ hue, flat = false, className, style, ...rest }: CellProps) {
  return (
    <div
      {...rest}
      data-tint=""
      className={classes(styles.cell, flat && styles.flat, className)}
      style={hue === undefined ? style : tint(hue, style)}
    />
  )
}

/** The style that sets a hue on any element; give that element `data-tint` too. */
export function tint(hue: number, style?: CSSProperties): CSSProperties {
  return { ...style, ['--tint-hue' as string]: hue }
}
