import styles from './skip-link.module.css'

/** First thing in the tab order: jumps over the header. */
export function SkipLink({
  href = '#main',
  children = 'Skip to content',
}: {
  href?: string
  children?: string
}) {
  return (
    <a href={href} className={styles.skip}>
      {children}
    </a>
  )
}
