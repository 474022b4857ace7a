import { Skeleton } from '../feedback/skeleton.tsx'
import styles from './cell-card.module.css'

/** The placeholder of a CellCard while it loads. */
export function CellCardSkeleton() {
  return (
    <div className={styles.card} aria-hidden="true">
      <Skeleton shape="cell" />
      <div className={styles.facts}>
        <Skeleton width="85%" />
        <Skeleton width="45%" />
        <Skeleton width="30%" />
      </div>
    </div>
  )
}
