import type { Mark } from '@mallhive/bff-catalog/router'
import { Fragment } from 'react'
import styles from './marked-text.module.css'

/** A text whose marked parts stand out. Each part is an element of its own, so that a page survives its translator. */
export function MarkedText({ text, marks }: { text: string; marks: Mark[] }) {
  return [...marks, [text.length, 0]].map(([start = 0, length = 0], nth) => {
    const [last = 0, lastLength = 0] = marks[nth - 1] ?? []
    return (
      <Fragment key={start}>
        <span className={styles.plain}>{text.slice(last + lastLength, start)}</span>
        {length > 0 ? <mark className={styles.mark}>{text.slice(start, start + length)}</mark> : null}
      </Fragment>
    )
  })
}
