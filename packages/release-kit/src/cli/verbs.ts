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

/** Every verb, in the order of a release's life. */
export const verbs: Record<string, Verb> = {
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
verbs['help'] = helpFor(verbs)
