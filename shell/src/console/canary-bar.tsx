import styles from './console.module.css'
import type { MicroFrontendView } from './overview.ts'

type Props = { canary: NonNullable<MicroFrontendView['canary']>; rollout: MicroFrontendView['rollout'] }

/** How many shoppers have the canary, and where it goes from here. */
export function CanaryBar({ canary, rollout }: Props) {
  return (
    <div>
      <meter
        className={styles.bar}
        min={0}
        max={100}
        value={canary.percent}
        aria-label={`Share of shoppers with ${canary.version}`}
      />
      {rollout ? (
        <p className={styles.quiet}>
          Shoppers decide: {rollout.steps.map((step) => `${step} %`).join(' → ')}, since{' '}
          {rollout.since.slice(11, 16)} UTC.{rollout.lastWord ? ` Now: ${rollout.lastWord}.` : ''}
        </p>
      ) : (
        <p className={styles.quiet}>A canary that stays at {canary.percent} % until somebody moves it.</p>
      )}
    </div>
  )
}
