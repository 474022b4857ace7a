import { announceFailure } from '../../checkout/announce-failure.ts'
import type { Step } from '../step.ts'

export const releasing: Step = {
  async run({ inventory, advance, timing }, row) {
    await inventory.release({ checkoutId: row.id }, { timeoutMs: timing.callMs })
    return advance(row, { state: 'failed' }, { work: announceFailure })
  },
}
