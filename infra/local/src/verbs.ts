import { showCertificate } from '@mallhive/process-kit/mutual-tls'
import type { Verb } from '@mallhive/release-kit/cli/verb'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { mallEnv } from '@mallhive/release-kit/workspace'

import { newService } from './verbs/new-service.ts'
import { search } from './verbs/search.ts'
import { whoMayCall } from './verbs/who-may-call.ts'

// A mall that was opened with certificates answers the command line only if it shows its own.
try {
  showCertificate(mallEnv(process.cwd(), process.env))
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error
}

/** The verbs that `./mall` has in this repository beside those of the release kit; package.json names this module. */
export const verbs: Record<string, Verb> = {
  'new-service': newService,
  search,
  'who-may-call': whoMayCall,
}
