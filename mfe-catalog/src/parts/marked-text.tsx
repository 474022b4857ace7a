import type { Mark } from '@mallhive/bff-catalog/router'
import { markedParts } from '../marked-parts.ts'
import styles from './marked-text.module.css'

/** A text whose marked parts stand out. Each part is an element of its own, so that a page survives its translator. */
export function MarkedText({ text, marks }: { text: string; marks: Mark[] }) {
  return markedParts(text, marks).map(({ start, part, isMarked }) =>
    isMarked ? (
      <mark key={start} className={styles.mark}>
        {part}
      </mark>
    ) : (
      <span key={start} className={styles.plain}>
        {part}
      </span>
    ),
  )
}
