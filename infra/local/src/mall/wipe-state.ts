import { rmSync } from 'node:fs'

import { postgresHome } from '../engines/postgres.ts'

/** Removes a state, including parts that are stored outside its folder. */
export function wipeState(stateDir: string): void {
  rmSync(postgresHome(stateDir), { recursive: true, force: true })
  rmSync(stateDir, { recursive: true, force: true })
}
