import type { CSSProperties } from 'react'
import { classes } from '../classes.ts'
import styles from './picture.module.css'

export type PictureProps = {
  /** `Image.path` of the contract: the URL of one width is `/media/<path>-<width>.webp`. */
  path: string
  /** Empty when the text beside it says the same. */
  alt: string
  /** The language of `alt`, where it is not the page's. */
  lang?: string | undefined
  widths: readonly number[]
  /** The rendered width, as in `<img sizes>`. */
  sizes: string
  /** Loads eagerly: for the largest picture of the first screen. */
  priority?: boolean
  /** View transition name; the same on card and page lets the picture morph between them. */
  transitionName?: string | undefined
  className?: string | undefined
}

/** A square picture with its available widths; reserves its space while loading. */
export function Picture({
  path,
  alt,
  lang,
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
      lang={alt ? lang : undefined}
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : 'auto'}
      decoding={priority ? 'sync' : 'async'}
      style={style}
    />
  )
}
