'use client'
import { useSyncExternalStore } from 'react'

export type DateTimeProps = {
  /** ISO 8601. */
  iso: string
  locale: string
  /** Shows the minute as well as the day. */
  minute?: boolean
}

/** An instant in the viewer's time zone; in UTC where scripts have not run, so that server and browser render the same. */
export function DateTime({ iso, locale, minute = false }: DateTimeProps) {
  const viewersZone = useSyncExternalStore(neverChanges, zoneOfBrowser, () => undefined)
  const style = minute
    ? ({ dateStyle: 'medium', timeStyle: 'short' } as const)
    : ({ dateStyle: 'long' } as const)
  const timeZone = viewersZone ?? 'UTC'
  const text = new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(new Date(iso))
  return <time dateTime={iso}>{minute && viewersZone === undefined ? `${text} UTC` : text}</time>
}

const zoneOfBrowser = (): string | undefined => Intl.DateTimeFormat().resolvedOptions().timeZone

const neverChanges = () => () => undefined
