import type { CSSProperties } from 'react'
import { classes } from '../classes.ts'
import styles from './picture.module.css'

export type PictureProps = {
  /** `Image.path` of the contract: the URL of one width is `/media/<path>-<width>.webp`. */
  path: string
  /** Empty where the words beside it say the same. */
  alt: string
  widths: readonly number[]
  /** How wide it is drawn, as in `<img sizes>`. */
  sizes: string
  /** Loads at once: the largest picture of the first screen. */
  priority?: boolean
  /** The same on card and page lets the picture morph from one into the other. */
  transitionName?: string | undefined
  className?: string | undefined
}

/** A square picture in the widths it exists in, with room kept for it. */
export function Picture({
  path,
  alt,
  widths,
  sizes,
  priority = false,
  transitionName,
  className,
}: PictureProps) {
  const url = (width: number) => `/media/${path}-${width}.webp`
  const largest = widths.at(-1) ?? 400
  const middle = widths[Math.floor(widths.length / 2)] ?? largest
  const style: CSSProperties | undefined = transitionName ? { viewTransitionName: transitionName } : undefined
  return (
    <img
      className={classes(styles.picture, className)}
      src={url(middle)}
      srcSet={widths.map((width) => `${url(width)} ${width}w`).join(', ')}
      sizes={sizes}
      width={largest}
      height={largest}
      alt={alt}
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : 'auto'}
      decoding={priority ? 'sync' : 'async'}
      style={style}
    />
  )
}
