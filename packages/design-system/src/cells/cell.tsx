import type { ComponentPropsWithRef, CSSProperties } from 'react'
import { classes } from '../classes.ts'
import styles from './cell.module.css'

export type CellProps = ComponentPropsWithRef<'div'> & {
  /** OKLCH hue in degrees; inherited when absent. */
  hue?: number | undefined
  /** A flat colour instead of the gradient. */
  flat?: boolean
}

/** The tinted background of a product. */
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

/** Returns the style that sets a hue on an element, which needs the attribute `data-tint`, too. */
export function tint(hue: number, style?: CSSProperties): CSSProperties {
  return { ...style, ['--tint-hue' as string]: hue }
}
