import { ViewTransition } from 'react'
import styles from './transition-mark.module.css'

/**
 * An empty element that changes with every page and triggers React's view transition for a carried picture (carry-picture.ts).
 * It is not part of a page, because React would then start a transition for every element of it, and does not wrap one,
 * because the transition would wait for all of its pictures.
 */
export function TransitionMark({ page }: { page: string }) {
  return (
    <ViewTransition default={{ picture: 'auto', default: 'none' }}>
      <span className={styles.mark} data-page={page} />
    </ViewTransition>
  )
}
