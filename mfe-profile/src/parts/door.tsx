import { ErrorSummary, PageHeading, PageWidth, Panel, Stack } from '@mallhive/design-system'
import { BffForm, type BffFormState } from '@mallhive/mfe-kit'
import type { ReactNode } from 'react'
import styles from './door.module.css'

type DoorProps = {
  title: string
  lead: string
  procedure: string
  onDone?: () => void
  /** Under the form: the other doors. */
  after: ReactNode
  children: (state: BffFormState) => ReactNode
}

/** A page with one short form on it. */
export function Door({ title, lead, procedure, onDone, after, children }: DoorProps) {
  return (
    <PageWidth narrow className={styles.page}>
      <Stack gap={6}>
        <PageHeading title={title} lead={lead} />
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
        <p>{after}</p>
      </Stack>
    </PageWidth>
  )
}
