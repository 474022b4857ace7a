import styles from './icon.module.css'
import type * as icons from './icons.ts'

/** One of the drawings in `icons`. */
export type IconPath = (typeof icons)[keyof typeof icons]

export type IconProps = { path: IconPath; size?: number; className?: string }

/** A 24 px line icon, hidden from assistive technology: the words beside it say what it means. */
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
