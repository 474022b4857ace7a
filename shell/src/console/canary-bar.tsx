import styles from './console.module.css'
import type { MicroFrontendView } from './overview.ts'

type Props = { canary: NonNullable<MicroFrontendView['canary']>; rollout: MicroFrontendView['rollout'] }

/** Shows the canary's share of shoppers and the next steps of its rollout. */
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
          Automatic rollout: {rollout.steps.map((step) => `${step} %`).join(' → ')}, since{' '}
          {rollout.since.slice(11, 16)} UTC.{rollout.lastWord ? ` Now: ${rollout.lastWord}.` : ''}
        </p>
      ) : (
        <p className={styles.quiet}>A canary that stays at {canary.percent} % until it is changed by hand.</p>
      )}
    </div>
  )
}
