'use client'
import { LinkButton, Notice, PageHeading, PageWidth, Stack } from '@mallhive/design-system'
import styles from './console.module.css'
import { MicroFrontendPanel } from './micro-frontend-panel.tsx'
import type { Note, Overview, Problem } from './overview.ts'
import { Problems } from './problems.tsx'
import { useFreshness } from './use-freshness.ts'

export interface ConsoleProps {
  overview: Overview
  note?: Note
  problems: Problem[]
  /** The time of the data. */
  at: string
}

/** Shows every micro frontend with its live releases, their health and the possible changes. */
export function Console({ overview, note, problems, at }: ConsoleProps) {
  useFreshness()
  const { microFrontends, staff, trustRevision } = overview
  return (
    <PageWidth>
      <Stack gap={6} className={styles.console}>
        <PageHeading
          title="Releases"
          lead={`As of ${at.slice(11, 19)} UTC, for ${staff}. Trust policy ${trustRevision ?? '—'}.`}
          actions={
            <LinkButton href="/?boundaries" variant="secondary" size="s">
              Show team boundaries
            </LinkButton>
          }
        />
        {note ? (
          <Notice role="alert" tone={note.ok ? 'leaf' : 'berry'}>
            <span className={styles.note}>{note.text}</span>
          </Notice>
        ) : null}
        <Problems problems={problems} />
        <div className={styles.panels}>
          {microFrontends.map((it) => (
            <MicroFrontendPanel key={it.name} it={it} />
          ))}
        </div>
      </Stack>
    </PageWidth>
  )
}
