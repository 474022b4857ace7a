import styles from './skip-link.module.css'

/** The first element in the tab order: skips the header. */
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
