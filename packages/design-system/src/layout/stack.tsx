import type { ComponentPropsWithRef } from 'react'
import { classes } from '../classes.ts'
import { gap } from './gap.ts'
import type { Gap } from './gap.ts'
import styles from './layout.module.css'

export type StackProps = ComponentPropsWithRef<'div'> & { gap?: Gap }

/** A vertical stack. */
export function Stack({ gap: step = 4, className, style, ...rest }: StackProps) {
  return <div {...rest} className={classes(styles.stack, className)} style={gap(step, style)} />
}
