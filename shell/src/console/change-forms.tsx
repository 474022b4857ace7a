import { Button, Row, SelectField, TextField } from '@mallhive/design-system'
import styles from './console.module.css'
import type { MicroFrontendView } from './overview.ts'

const shares = [
  { value: 'auto', label: 'Automatic rollout: 1 → 10 → 50 → 100 %' },
  { value: '1', label: '1 % of shoppers' },
  { value: '10', label: '10 % of shoppers' },
  { value: '50', label: '50 % of shoppers' },
  { value: '100', label: 'All shoppers, now' },
]

/** Renders the forms that change live releases. Each is collapsed until opened. */
export function ChangeForms({ it }: { it: MicroFrontendView }) {
  const { name, stable, before, canary, published } = it
  const refused = new Set(it.refused.map(({ version }) => version))
  const previous = canary ? stable : before
  const others = published.filter((version) => version !== stable)
  if (others.length === 0 && !previous) return null
  return (
    <Row gap={3} className={styles.forms}>
      {others.length > 0 ? (
        <details className={styles.fold} data-form>
          <summary>Preview {name}…</summary>
          <form method="post" action="/_mall/desk/preview" className={styles.form}>
            <input type="hidden" name="name" value={name} />
            <SelectField
              id={`${name}-preview-version`}
              name="version"
              label="Version to preview"
              options={others.map((version) => ({ value: version, label: version }))}
            />
            <Button variant="secondary">Open the preview</Button>
          </form>
        </details>
      ) : null}
      {others.length > 0 ? (
        <details className={styles.fold} data-form>
          <summary>Promote {name}…</summary>
          <form method="post" action="/_mall/desk/promote" className={styles.form}>
            <input type="hidden" name="name" value={name} />
            <SelectField
              id={`${name}-version`}
              name="version"
              label="Version"
              defaultValue={canary?.version ?? others.find((version) => !refused.has(version)) ?? others[0]}
              options={others.map((version) => ({
                value: version,
                label: refused.has(version) ? `${version} (refused)` : version,
              }))}
            />
            <SelectField id={`${name}-share`} name="share" label="For" options={shares} />
            <Reason id={`${name}-promote-why`} />
            <TextField
              id={`${name}-override`}
              name="override"
              label="Override the gate"
              hint="Reason for going live although the gate refuses it"
              optional
              maxLength={300}
            />
            <Button>Promote {name}</Button>
          </form>
        </details>
      ) : null}
      {previous ? (
        <details className={styles.fold} data-form>
          <summary>Roll {name} back…</summary>
          <form method="post" action="/_mall/desk/rollback" className={styles.form}>
            <input type="hidden" name="name" value={name} />
            <p className={styles.quiet}>All shoppers get {previous} again.</p>
            <Reason id={`${name}-rollback-why`} />
            <Button variant="danger">Roll back to {previous}</Button>
          </form>
        </details>
      ) : null}
    </Row>
  )
}

function Reason({ id }: { id: string }) {
  return (
    <TextField
      id={id}
      name="why"
      label="Reason"
      hint="Shown in the history"
      required
      minLength={3}
      maxLength={300}
    />
  )
}
