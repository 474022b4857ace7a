import { readCookie } from '@mallhive/contracts/cookies'
import { noteSchema, overviewSchema } from '../console/overview.ts'
import type { Note, Overview } from '../console/overview.ts'
import { log } from './log.ts'
import { requestScope, shellProcess } from './shell-process.ts'

const timeoutMs = 4000

/** Fetches the release desk's overview as this visitor; returns the status when the desk refuses. */
export async function askDesk(): Promise<{ overview: Overview } | { status: number }> {
  const { DESK_URL: origin } = shellProcess().config
  if (!origin) return { status: 404 }
  try {
    const response = await fetch(`${origin}/_mall/desk/overview.json`, {
      headers: requestScope().forwardedHeaders,
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) return { status: response.status }
    return { overview: overviewSchema.parse(await response.json()) }
  } catch (error) {
    log('warn', 'the release desk does not answer', { why: String(error) })
    return { status: 503 }
  }
}

/** Reads the result of this visitor's last change from its cookie. */
export function deskNote(): Note | undefined {
  try {
    const value = readCookie(
      requestScope().forwardedHeaders['cookie'],
      'mall_desk_note',
      shellProcess().config.PUBLIC_ORIGIN,
    )
    return value ? noteSchema.parse(JSON.parse(decodeURIComponent(value))) : undefined
  } catch {
    return undefined // not a value that the desk has set
  }
}
