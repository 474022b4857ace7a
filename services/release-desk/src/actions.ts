import type { Action } from './actions/action.ts'
import { promoteVersion } from './actions/promote.ts'
import { rollBack } from './actions/rollback.ts'

export const actions: Record<string, Action> = { promote: promoteVersion, rollback: rollBack }
