import { usePathname } from 'next/navigation'
import { ViewTransition } from 'react'
import styles from './transition-mark.module.css'

/**
 * Changes with every page, and so lets React start the browser's transition where a picture is carried along
 * (carry-picture.ts). Of no page, because React starts one for whatever comes and goes with a page, carried or not; and
 * around none, because it would wait for every picture in it.
 */
export function TransitionMark() {
  return (
    <ViewTransition default={{ picture: 'auto', default: 'none' }}>
      <span className={styles.mark} data-page={usePathname()} />
    </ViewTransition>
  )
}
