import { classes } from '../classes.ts'
import styles from './icon.module.css'
import { arrowLeft, arrowRight, chevronLeft, chevronRight } from './icons.ts'
import type * as icons from './icons.ts'

/** One of the drawings in `icons`. */
export type IconPath = (typeof icons)[keyof typeof icons]

export type IconProps = { path: IconPath; size?: number; className?: string }

/** Icons that point along the reading direction, and to the other side where that is from right to left. */
const directional = new Set<IconPath>([arrowLeft, arrowRight, chevronLeft, chevronRight])

/** A line icon, hidden from assistive technology: the text beside it has the meaning. */
export function Icon({ path, size = 20, className }: IconProps) {
  return (
    <svg
      className={classes(styles.icon, directional.has(path) && styles.directional, className)}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  )
}
