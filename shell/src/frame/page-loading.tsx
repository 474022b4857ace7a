import { PageWidth, Skeleton } from '@mallhive/design-system'
import styles from './frame.module.css'

/** The placeholder of a loading page: shapes of a heading, a line and the content. */
export function PageLoading() {
  return (
    <PageWidth className={styles.loading}>
      <Skeleton width="min(16rem, 60%)" height="2rem" />
      <Skeleton width="min(26rem, 85%)" />
      <Skeleton shape="control" height="14rem" />
    </PageWidth>
  )
}
