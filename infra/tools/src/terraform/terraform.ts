import { execFile, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

import { cacheDir, infraDir } from '../paths.ts'
import { onPath } from '../tools.ts'

const execute = promisify(execFile)

/** Runs a command of Terraform in a folder and returns what it printed. @throws with what Terraform said */
export type Terraform = (folder: string, args: string[], env?: Record<string, string>) => Promise<string>

export const terraformDir = join(infraDir, 'terraform')

/** Returns Terraform, with the provider from a mirror on this machine's disk where there is one; undefined without Terraform. */
export function findTerraform(): Terraform | undefined {
  const program = onPath('terraform')
  if (program === undefined) return undefined
  const home = join(cacheDir, 'terraform')
  mkdirSync(home, { recursive: true })
  const configFile = join(home, 'terraform.rc')
  writeWhole(configFile, `disable_checkpoint = true\n${installation(home)}`)
  return async (folder, args, env = {}) => {
    const options = {
      cwd: folder,
      env: { ...process.env, ...env, TF_CLI_CONFIG_FILE: configFile, TF_IN_AUTOMATION: '1' },
      maxBuffer: 500 << 20,
    }
    const [verb = '', ...rest] = args
    const run = execute(program, [verb, ...(verb === 'show' ? rest : ['-no-color', ...rest])], options)
    return run.then(
      ({ stdout }) => stdout,
      (error: { stdout: string; stderr: string }) => {
        throw new Error(`terraform ${args.join(' ')} in ${folder}: ${error.stderr}\n${error.stdout}`)
      },
    )
  }
}

/**
 * Copies infra/terraform, and the files beside it that modules read, to a folder of the cache, so that what Terraform writes beside
 * its sources does not lie there. Returns the copy of infra/terraform.
 */
export function copyOfTerraform(name: string, from = infraDir): string {
  const to = join(cacheDir, 'terraform', name)
  rmSync(to, { recursive: true, force: true })
  for (const folder of ['terraform', 'edge', 'buckets'])
    cpSync(join(from, folder), join(to, folder), {
      recursive: true,
      filter: (path) => !path.includes('/.terraform'),
    })
  return join(to, 'terraform')
}

/** TERRAFORM_MIRROR names a folder with providers; else one is looked for on the disk; else they come from the registry. */
function installation(home: string): string {
  const mirror = process.env['TERRAFORM_MIRROR'] ?? mirrorOnDisk(join(home, 'mirror'))
  if (mirror === '') return ''
  return `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`
}

/** Returns the mirror on the disk, or nothing; a file remembers it, because a search takes seconds. */
function mirrorOnDisk(memory: string): string {
  const remembered = existsSync(memory) ? readFileSync(memory, 'utf8') : undefined
  if (remembered === '' || (remembered !== undefined && existsSync(remembered))) return remembered
  const unsearched = [
    '(',
    '-name',
    'proc',
    '-o',
    '-name',
    'node_modules',
    '-o',
    '-name',
    '.terraform',
    ')',
    '-prune',
  ]
  const provider = ['-type', 'd', '-path', '*/hashicorp/aws', '-print', '-quit']
  const { stdout } = spawnSync('find', ['/', '-xdev', ...unsearched, '-o', ...provider], { encoding: 'utf8' })
  const [folder = ''] = (stdout ?? '').split('\n')
  const found = folder && dirname(dirname(dirname(folder)))
  writeWhole(memory, found)
  return found
}

/** Writes a file that others read meanwhile: they find it as it was or as it is to be. */
function writeWhole(path: string, text: string): void {
  const staging = `${path}.${process.pid}`
  writeFileSync(staging, text)
  renameSync(staging, path)
}
