import { readConfig } from '@mallhive/process-kit/config'
import { z } from 'zod'

import { pruneSearchLog } from './jobs/prune-search-log.ts'
import { readSecret } from './secrets/read-secret.ts'

const { SECRET_ARN } = readConfig(z.object({ SECRET_ARN: z.string() }), process.env)

/** Deletes logged searches past their retention. */
export const handler = () => pruneSearchLog(() => readSecret(SECRET_ARN, process.env))
