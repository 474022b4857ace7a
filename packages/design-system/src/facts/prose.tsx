import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './prose.module.css'

type ProseProps = {
  children: ReactNode
  /** The language of the text, where it is not the page's. */
  lang?: string | undefined
  className?: string
}

/** Running text with a readable line length. */
export function Prose({ children, lang, className }: ProseProps) {
  return (
    <div className={classes(styles.prose, className)} lang={lang}>
      {children}
    </div>
  )
}
