import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Part, startChild } from '@mallhive/infra-local/child-process'

import type { Programs } from './programs.ts'

type Run = {
  /** A bundle of the Open Container Initiative, as umoci unpacks it from an image. */
  bundle: string
  args: string[]
  /** Words of the image's command that stay before the arguments: its entry point. */
  entryPoint?: number
  env: Record<string, string>
  /** Files of this machine by their path in the container. */
  files?: Record<string, string>
  /** Folders of this machine that it may write to, by their path in the container. */
  folders?: Record<string, string>
  /** As SageMaker runs jobs: as root with the capabilities of Docker, / writable there and not here. */
  asRoot?: boolean
  logFile: string
  ready: () => Promise<boolean>
}

/** The parts of a runtime specification that are set here. */
type Specification = {
  root: { readonly: boolean }
  process: Record<string, unknown> & { env: string[]; args: string[]; user: { uid: number; gid: number } }
  mounts: { destination: string; type: string; source: string; options: string[] }[]
  linux: { namespaces: { type: string }[]; resources?: unknown }
}

const noCapabilities = { bounding: [], effective: [], inheritable: [], permitted: [], ambient: [] }
/** Those of Docker that a process of root needs to start others as another user, and to end them. */
const ofRoot = ['CAP_CHOWN', 'CAP_DAC_OVERRIDE', 'CAP_FOWNER', 'CAP_KILL', 'CAP_SETGID', 'CAP_SETUID']
const rootCapabilities = { ...noCapabilities, bounding: ofRoot, effective: ofRoot, permitted: ofRoot }

/** Runs an image as the cluster does: as its own user, without capabilities, / read-only, /tmp in memory. Resolves when ready. */
export async function runImage(
  { path, env }: Programs,
  { bundle, args, entryPoint = 1, env: given, files = {}, folders = {}, asRoot = false, logFile, ready }: Run,
): Promise<Part> {
  const file = join(bundle, 'config.json')
  const unpacked = `${file}.unpacked`
  if (!existsSync(unpacked)) copyFileSync(file, unpacked)
  const specification: Specification = JSON.parse(readFileSync(unpacked, 'utf8'))
  const { process, linux } = specification
  if (process.user.uid !== (asRoot ? 0 : 65532)) throw new Error(`the image's user is ${process.user.uid}`)
  specification.root.readonly = true
  specification.process = {
    ...process,
    args: [...process.args.slice(0, entryPoint), ...args],
    env: [...process.env, ...Object.entries(given).map(([name, value]) => `${name}=${value}`)],
    terminal: false,
    capabilities: asRoot ? rootCapabilities : noCapabilities,
    noNewPrivileges: true,
  }
  specification.mounts.push(tmpfs('/tmp', asRoot ? 512 : 64))
  for (const [destination, source] of Object.entries(files))
    specification.mounts.push({ destination, type: 'bind', source, options: ['bind', 'ro'] })
  for (const [destination, source] of Object.entries(folders))
    specification.mounts.push({ destination, type: 'bind', source, options: ['bind', 'rw'] })
  // Engines are on this machine's loopback address.
  linux.namespaces = linux.namespaces.filter(({ type }) => type !== 'network')
  delete linux.resources
  writeFileSync(file, JSON.stringify(specification))
  return startChild({
    name: args.join(' ') || bundle,
    command: path('runc'),
    args: ['run', '--bundle', bundle, `mallhive-${randomUUID()}`],
    env,
    logFile,
    ready,
  })
}

const tmpfs = (destination: string, mostMegabytes: number) => ({
  destination,
  type: 'tmpfs',
  source: 'tmpfs',
  options: ['nosuid', 'nodev', 'mode=1777', `size=${mostMegabytes}m`],
})

/** Unpacks what a layout of the Open Container Initiative contains into a bundle that runc runs. */
export async function unpackImage({ run }: Programs, layout: string, bundle: string): Promise<string> {
  rmSync(bundle, { recursive: true, force: true })
  await run('umoci', ['unpack', '--image', `${layout}:1`, bundle])
  return bundle
}
