import styles from './progress.module.css'

/** A line at the top while the next page is on its way. Quick pages never show it. */
export function Progress({ active }: { active: boolean }) {
  return <div className={styles.progress} data-active={active || undefined} aria-hidden="true" />
}
