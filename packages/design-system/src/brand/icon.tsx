import styles from './icon.module.css'
import type * as icons from './icons.ts'

/** One of the drawings in `icons`. */
export type IconPath = (typeof icons)[keyof typeof icons]

export type IconProps = { path: IconPath; size?: number; className?: string }

/** A line icon, hidden from assistive technology: the text beside it has the meaning. */
export function Icon({ path, size = 20, className }: IconProps) {
  return (
    <svg
      className={[styles.icon, className].filter(Boolean).join(' ')}
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
