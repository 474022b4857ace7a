import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Part, startChild } from '@mallhive/infra-local/child-process'

import type { Programs } from './programs.ts'

type Run = {
  /** A bundle of the Open Container Initiative, as umoci unpacks it from an image. */
  bundle: string
  args: string[]
  env: Record<string, string>
  /** Files of this machine by their path in the container. */
  files: Record<string, string>
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

/** Runs an image as the cluster does: as its own user, without capabilities, / read-only, /tmp in memory. Resolves when ready. */
export async function runImage(
  { path, env }: Programs,
  { bundle, args, env: given, files, logFile, ready }: Run,
): Promise<Part> {
  const file = join(bundle, 'config.json')
  const unpacked = `${file}.unpacked`
  if (!existsSync(unpacked)) copyFileSync(file, unpacked)
  const specification: Specification = JSON.parse(readFileSync(unpacked, 'utf8'))
  const none = { bounding: [], effective: [], inheritable: [], permitted: [], ambient: [] }
  const { process, linux } = specification
  if (process.user.uid !== 65532) throw new Error(`the image's user is ${process.user.uid}`)
  specification.root.readonly = true
  specification.process = {
    ...process,
    args: [...process.args.slice(0, 1), ...args],
    env: [...process.env, ...Object.entries(given).map(([name, value]) => `${name}=${value}`)],
    terminal: false,
    capabilities: none,
    noNewPrivileges: true,
  }
  specification.mounts.push(tmpfs('/tmp'))
  for (const [destination, source] of Object.entries(files))
    specification.mounts.push({ destination, type: 'bind', source, options: ['bind', 'ro'] })
  // Engines are on this machine's loopback address.
  linux.namespaces = linux.namespaces.filter(({ type }) => type !== 'network')
  delete linux.resources
  writeFileSync(file, JSON.stringify(specification))
  return startChild({
    name: args.join(' '),
    command: path('runc'),
    args: ['run', '--bundle', bundle, `mallhive-${randomUUID()}`],
    env,
    logFile,
    ready,
  })
}

const tmpfs = (destination: string) => ({
  destination,
  type: 'tmpfs',
  source: 'tmpfs',
  options: ['nosuid', 'nodev', 'mode=1777', 'size=64m'],
})

/** Unpacks what a layout of the Open Container Initiative contains into a bundle that runc runs. */
export async function unpackImage({ run }: Programs, layout: string, bundle: string): Promise<string> {
  rmSync(bundle, { recursive: true, force: true })
  await run('umoci', ['unpack', '--image', `${layout}:1`, bundle])
  return bundle
}

/** Megabytes of the files in a layout: what is stored and fetched, compressed. */
export function megabytes(files: string[]): number {
  return Math.round(files.reduce((total, file) => total + statSync(file).size, 0) / 1e6)
}
