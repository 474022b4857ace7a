import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, join } from 'node:path'

import { onPath } from './tools.ts'
import { infraDir, sharedCacheDir } from './paths.ts'

type Program = {
  /** Its folder below infra/cluster, with a go.mod of its own. */
  module: string
  package: string
  /** What it needs beside it, as [module, path in that module]. */
  files?: [module: string, path: string][]
}

/** Programs that are built from Go modules, at the versions of infra/cluster/<module>/go.mod. */
const programs = {
  'control-plane': { module: 'control-plane', package: '.' },
  kwok: { module: 'kwok', package: 'sigs.k8s.io/kwok/cmd/kwok' },
  'rollouts-controller': {
    module: 'rollouts',
    package: 'github.com/argoproj/argo-rollouts/cmd/rollouts-controller',
  },
  kyverno: { module: 'kyverno', package: 'github.com/kyverno/kyverno/cmd/kyverno' },
  cosign: { module: 'kyverno', package: 'github.com/sigstore/cosign/v3/cmd/cosign' },
  argocd: {
    module: 'argocd',
    package: '.',
    files: [['github.com/argoproj/argo-cd/v3', 'hack/git-verify-wrapper.sh']],
  },
  kustomize: { module: 'kustomize', package: 'sigs.k8s.io/kustomize/kustomize/v5' },
} satisfies Record<string, Program>

export type GoProgram = keyof typeof programs

const flags = ['-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags=-s -w']

/** Returns the path of a program, which is built where the cache of all checkouts does not have it: minutes, once. */
export async function goProgram(name: GoProgram): Promise<string> {
  const program: Program = programs[name]
  const home = homeOf(name)
  if (existsSync(home)) return join(home, name)
  const source = sourceOf(program)
  const staging = `${home}.${process.pid}`
  console.log(`     building ${name} from Go modules, which takes minutes, once`)
  try {
    mkdirSync(staging, { recursive: true })
    await run(['go', 'build', ...flags, '-o', join(staging, name), program.package], { cwd: source })
    for (const [module, path] of program.files ?? []) {
      const [folder = ''] = goOutput(['list', '-mod=readonly', '-m', '-f', '{{.Dir}}', module], source)
      copyFileSync(join(folder, path), join(staging, basename(path)))
      chmodSync(join(staging, basename(path)), 0o755)
    }
    if (!existsSync(home)) renameSync(staging, home)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
  return join(home, name)
}

/** Returns what this machine lacks to build those of the programs that are not in the cache. */
export function lackingFor(names: GoProgram[]): string[] {
  const missing = names.filter((name) => !existsSync(homeOf(name)))
  const go = goVersion()
  return missing
    .filter((name) => !go || isOlder(go, wantedGo(programs[name])))
    .map((name) => `${name}: Go ${wantedGo(programs[name])} or newer (go.dev/dl) and a module proxy build it`)
}

/** Returns what `go` prints, without its last line break, or nothing where it fails. */
export function goOutput(args: string[], cwd: string): string[] {
  const { status, stdout } = spawnSync('go', args, { cwd, encoding: 'utf8', env: environment() })
  return status === 0 ? stdout.trimEnd().split('\n') : []
}

function homeOf(name: GoProgram): string {
  const source = sourceOf(programs[name])
  const hash = createHash('sha256').update(
    JSON.stringify([name, programs[name], flags, process.platform, process.arch]),
  )
  for (const file of readdirSync(source).toSorted())
    hash.update(file).update(readFileSync(join(source, file)))
  return join(sharedCacheDir, 'go', `${name}-${hash.digest('hex').slice(0, 16)}`)
}

const sourceOf = ({ module }: Program) => join(infraDir, 'cluster', module)

const environment = () => ({ ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '' })

function goVersion(): string | undefined {
  if (!onPath('go')) return undefined
  return /go(\d+(\.\d+)*)/.exec(goOutput(['env', 'GOVERSION'], infraDir).join(''))?.[1]
}

const wantedGo = (program: Program) =>
  /^go (\S+)$/m.exec(readFileSync(join(sourceOf(program), 'go.mod'), 'utf8'))?.[1] ?? ''

const isOlder = (version: string, wanted: string) =>
  version.localeCompare(wanted, 'en', { numeric: true }) < 0

async function run([command = '', ...args]: string[], options: SpawnOptions): Promise<void> {
  const child = spawn(command, args, { ...options, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')} failed:\n${output.split('\n').slice(-20).join('\n')}`)
}
