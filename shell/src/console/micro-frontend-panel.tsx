import { Badge, Panel, Stack } from '@mallhive/design-system'
import { CanaryBar } from './canary-bar.tsx'
import { ChangeForms } from './change-forms.tsx'
import { Health } from './health.tsx'
import { History } from './history.tsx'
import styles from './console.module.css'
import type { MicroFrontendView } from './overview.ts'

/** Shows one micro frontend. */
export function MicroFrontendPanel({ it }: { it: MicroFrontendView }) {
  const { name, stable, revision, canary, rollout, error, withdrawn } = it
  return (
    <Panel
      id={name}
      title={
        <span className={styles.title}>
          {name}
          {stable ? <Badge tone="leaf">{stable}</Badge> : <Badge>nothing live</Badge>}
          {canary ? <Badge tone="honey">{`${canary.version} · ${canary.percent} %`}</Badge> : null}
          {revision ? <span className={styles.quiet}>revision {revision}</span> : null}
        </span>
      }
    >
      <Stack gap={4}>
        {error ? <p className={styles.bad}>{error}</p> : null}
        {it.refused.map(({ version, problem }) => (
          <p key={version} className={styles.bad}>
            {version} is published and refused: {problem}
          </p>
        ))}
        {canary ? <CanaryBar canary={canary} rollout={rollout} /> : null}
        {withdrawn.map(({ version, at, by, reason }) => (
          <p key={version} className={styles.bad}>
            {version} was withdrawn on {at.slice(0, 10)} by {by}: {reason}
          </p>
        ))}
        <Health name={name} health={it.health} />
        {stable ? <ChangeForms it={it} /> : null}
        <History name={name} changes={it.history} />
      </Stack>
    </Panel>
  )
}
