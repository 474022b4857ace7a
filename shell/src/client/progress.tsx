import styles from './progress.module.css'

/** Shows a progress line while the next page loads, after a delay that fast pages do not reach. */
export function Progress({ active }: { active: boolean }) {
  return <div className={styles.progress} data-active={active || undefined} aria-hidden="true" />
}
