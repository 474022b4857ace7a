import { classes } from '../classes.ts'
import styles from './icon.module.css'
import type * as icons from './icons.ts'

/** One of the drawings in `icons`. A directional one points along the reading direction, and is mirrored where that is leftward. */
export type IconPath = (typeof icons)[keyof typeof icons]

export type IconProps = { path: IconPath; size?: number; className?: string | false | undefined }

/** A line icon, hidden from assistive technology: the text beside it has the meaning. */
export function Icon({ path, size = 20, className }: IconProps) {
  const length = `${size / 16}rem`
  const { d, isDirectional } = typeof path === 'string' ? { d: path, isDirectional: false } : path
  return (
    <svg
      className={classes(styles.icon, isDirectional && styles.directional, className)}
      width={length}
      height={length}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={d} />
    </svg>
  )
}
