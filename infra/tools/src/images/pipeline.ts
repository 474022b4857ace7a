import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { infraDir } from '../paths.ts'

/** Scripts of infra/pipelines in an environment. */
export type Pipeline = {
  /** Runs a script and returns the last line of its output. @throws what it printed where it fails */
  run: (script: string, args: string[], env?: NodeJS.ProcessEnv) => Promise<string>
}

export const pipelineIn = (env: NodeJS.ProcessEnv): Pipeline => ({
  async run(script, args, more = {}) {
    const options = { env: { ...env, ...more }, maxBuffer: 64e6 }
    const { stdout } = await promisify(execFile)(join(infraDir, 'pipelines', script), args, options)
    return stdout.trim().split('\n').at(-1) ?? ''
  },
})
