import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import { Anchor } from '../navigation/anchor.tsx'
import { Cell, tint } from './cell.tsx'
import { Picture } from './picture.tsx'
import styles from './cell-card.module.css'

export type CellCardProps = {
  href: string
  title: ReactNode
  /** The language of the title, where it is not the page's. */
  lang?: string | undefined
  picture?: { path: string; alt?: string; widths: readonly number[] } | undefined
  hue?: number | undefined
  /** Shown below the title, for example the seller. */
  meta?: ReactNode
  rating?: ReactNode
  price?: ReactNode
  /** Shown in a corner of the picture: "−20 %", "Sold out". */
  badge?: ReactNode
  /** Shown below the price: "Only 3 left". */
  note?: ReactNode
  /** Shown in the picture's other corner on hover, on focus and on touch: quick add. */
  action?: ReactNode
  /** Subdued, for an unavailable product; still a link. */
  dimmed?: boolean
  priority?: boolean
  sizes?: string
  headingLevel?: 'h2' | 'h3' | 'h4'
  transitionName?: string | undefined
}

/** A product card: one link that covers the card, the picture in its cell, a few facts below it. */
export function CellCard(props: CellCardProps) {
  const { href, title, lang, picture, hue, headingLevel: Heading = 'h3' } = props
  return (
    <article
      className={classes(styles.card, props.dimmed && styles.dimmed)}
      data-tint=""
      style={hue === undefined ? undefined : tint(hue)}
    >
      <Cell className={styles.cell}>
        {picture ? (
          <Picture
            path={picture.path}
            alt={picture.alt ?? ''}
            widths={picture.widths}
            sizes={props.sizes ?? '(min-width: 80rem) 290px, (min-width: 48rem) 30vw, 45vw'}
            priority={props.priority ?? false}
            transitionName={props.transitionName}
            className={styles.picture}
          />
        ) : null}
        {props.badge ? <div className={styles.badge}>{props.badge}</div> : null}
      </Cell>
      <div className={styles.facts}>
        <Heading className={styles.title}>
          <Anchor href={href} className={styles.link} lang={lang}>
            {title}
          </Anchor>
        </Heading>
        {props.meta ? <div className={styles.meta}>{props.meta}</div> : null}
        {props.price ? <div className={styles.price}>{props.price}</div> : null}
        {props.rating ? <div className={styles.rating}>{props.rating}</div> : null}
        {props.note ? <div className={styles.note}>{props.note}</div> : null}
      </div>
      {props.action ? <div className={styles.action}>{props.action}</div> : null}
    </article>
  )
}
