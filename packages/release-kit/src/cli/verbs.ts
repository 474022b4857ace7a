import { build } from './build.ts'
import { check } from './check.ts'
import { completion } from './completion.ts'
import { dev } from './dev.ts'
import { gc } from './gc.ts'
import { helpFor } from './help.ts'
import { history } from './history.ts'
import { create } from './new.ts'
import { preview } from './preview.ts'
import { promote } from './promote.ts'
import { publish } from './publish.ts'
import { retire } from './retire.ts'
import { rollback } from './rollback.ts'
import { status } from './status.ts'
import { trust } from './trust.ts'
import type { Verb } from './verb.ts'
import { withdraw } from './withdraw.ts'

/** The kit's own verbs, in the order of a release's life. */
const verbs: Record<string, Verb> = {
  new: create,
  dev,
  build,
  check,
  publish,
  preview,
  promote,
  rollback,
  withdraw,
  retire,
  status,
  history,
  trust,
  gc,
  completion,
}

/** Returns the kit's verbs, those of a workspace, and the help for all of them. */
export function withHelp(ofWorkspace: Record<string, Verb> = {}): Record<string, Verb> {
  const all = { ...verbs, ...ofWorkspace }
  return Object.assign(all, { help: helpFor(all) })
}
