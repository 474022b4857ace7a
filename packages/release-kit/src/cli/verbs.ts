import { build } from './build.ts'
import { history } from './history.ts'
import { promote } from './promote.ts'
import { publish } from './publish.ts'
import { rollback } from './rollback.ts'
import { status } from './status.ts'
import type { Verb } from './verb.ts'

export const verbs: Record<string, Verb> = { build, publish, promote, rollback, status, history }
