import type { Action } from './actions/action.ts'
import { previewVersion } from './actions/preview.ts'
import { promoteVersion } from './actions/promote.ts'
import { rollBack } from './actions/rollback.ts'

export const actions: Record<string, Action> = {
  preview: previewVersion,
  promote: promoteVersion,
  rollback: rollBack,
}
