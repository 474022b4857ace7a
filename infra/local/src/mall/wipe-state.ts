import { rmSync } from 'node:fs'

import { postgresHome } from '../engines/postgres.ts'

/** Removes a state, wherever its parts are. */
export function wipeState(stateDir: string): void {
  rmSync(postgresHome(stateDir), { recursive: true, force: true })
  rmSync(stateDir, { recursive: true, force: true })
}
