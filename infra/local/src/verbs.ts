import type { Verb } from '@mallhive/release-kit/cli/verb'

import { newService } from './verbs/new-service.ts'
import { search } from './verbs/search.ts'
import { whoMayCall } from './verbs/who-may-call.ts'

/** The verbs that `./mall` has in this repository beside those of the release kit; package.json names this module. */
export const verbs: Record<string, Verb> = {
  'new-service': newService,
  search,
  'who-may-call': whoMayCall,
}
