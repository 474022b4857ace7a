import {
  ErrorSummary,
  Icon,
  PageHeading,
  PageWidth,
  Panel,
  Stack,
  classes,
  icons,
} from '@mallhive/design-system'
import { BffForm, type BffFormState } from '@mallhive/mfe-kit'
import type { ReactNode } from 'react'
import styles from './door.module.css'

type DoorProps = {
  title: string
  lead: string
  /** Benefits of an account. */
  promises?: string[]
  procedure: string
  onDone?: () => void
  /** Links below the form. */
  after: ReactNode
  children: (state: BffFormState) => ReactNode
}

/** Page with one short form. */
export function AuthFormPage({ title, lead, promises, procedure, onDone, after, children }: DoorProps) {
  return (
    <PageWidth narrow className={classes(styles.page, promises && styles.wide)}>
      <div className={styles.words}>
        <PageHeading title={title} lead={lead} />
        {promises ? (
          <ul className={styles.promises}>
            {promises.map((promise) => (
              <li key={promise}>
                <Icon path={icons.check} />
                {promise}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <Stack gap={6}>
        <Panel>
          <BffForm bff="profile" procedure={procedure} onDone={onDone} noValidate>
            {(state) => (
              <Stack gap={5}>
                <ErrorSummary errors={state.errors} formError={state.formError} />
                {children(state)}
              </Stack>
            )}
          </BffForm>
        </Panel>
        <div className={styles.after}>{after}</div>
      </Stack>
    </PageWidth>
  )
}
