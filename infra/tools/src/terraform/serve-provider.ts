import { globSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { startChild } from '@mallhive/infra-local/child-process'

/**
 * Starts the provider that a folder was initialised with, for all runs of Terraform in the environment that it returns, none of which
 * then starts its own. A run that configures it configures it for all: it is for tests that mock it.
 */
export async function serveProvider(
  folder: string,
): Promise<{ env: Record<string, string> } & AsyncDisposable> {
  const [platform] = globSync('.terraform/providers/*/hashicorp/aws/*/*', { cwd: folder })
  if (platform === undefined) throw new Error(`no provider is installed in ${folder}`)
  const program = readdirSync(join(folder, platform)).find((name) => name.startsWith('terraform-provider-'))
  const logFile = join(folder, 'provider.log')
  rmSync(logFile, { force: true })
  const announced = () => /^\s*TF_REATTACH_PROVIDERS='(.*)'$/m.exec(readFileSync(logFile, 'utf8'))?.[1]
  const provider = await startChild({
    name: 'the provider',
    command: join(folder, platform, program ?? ''),
    args: ['-debug'],
    env: process.env,
    logFile,
    ready: async () => announced() !== undefined,
  })
  return {
    env: { TF_REATTACH_PROVIDERS: announced() ?? '' },
    [Symbol.asyncDispose]: () => provider.stop(),
  }
}
