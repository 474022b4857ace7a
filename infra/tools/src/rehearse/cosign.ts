import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type SigningKey = { publicKey: string; sign(image: string): Promise<void> }

/** Makes a key pair of cosign's; signatures stay off the public log. */
export async function signingKey(program: string, dir: string, name: string): Promise<SigningKey> {
  const options = { cwd: dir, env: { ...process.env, COSIGN_PASSWORD: '', HOME: dir } }
  await run(program, ['generate-key-pair', '--output-key-prefix', name], options)
  const offline = ['--tlog-upload=false', '--use-signing-config=false', '--new-bundle-format=false', '--yes']
  return {
    publicKey: readFileSync(join(dir, `${name}.pub`), 'utf8'),
    async sign(image) {
      await run(
        program,
        ['sign', '--key', `${name}.key`, '--allow-insecure-registry', ...offline, image],
        options,
      )
    },
  }
}
