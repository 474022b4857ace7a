import { chmodSync, copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { freePort } from '@mallhive/infra-local/free-port'
import { type Mall, openMall } from '@mallhive/infra-local/mall/open-mall'
import { type StagedPart, envOfPart } from '@mallhive/infra-local/mall/part-stage'

import { type Part, mall as list } from '../../../mall.ts'
import { cacheDir } from '../paths.ts'
import type { Programs } from './programs.ts'
import { runImage } from './run-image.ts'

/** The images of kinds of parts. */
const imageOf: Partial<Record<Part['kind'], string>> = { service: 'service', bff: 'bff-host', shell: 'shell' }
const programOf = (part: string) => `${part.startsWith('shell') ? 'shell' : part}.mjs`
/** Pages and answers of the shell: rendered ones, Next's, files. */
const pages = ['/', '/de/search?q=Kaffee', '/sitemap.xml', '/_mall/status.json', '/service-worker.js']

/**
 * Opens a mall whose parts all run from their bundles, and beside each one a second process from its image, on the mall's engines and
 * with the part's own credentials. Returns what did not become ready.
 */
export async function startParts(
  programs: Programs,
  bundles: Record<string, string>,
  home: string,
): Promise<string[]> {
  const failures: string[] = []
  await using mall = await openMall({
    stateDir: join(home, 'mall'),
    processes: true,
    durable: false,
    programs: (part) => join(cacheDir, 'bundles', imageOf[list[part].kind] ?? '', programOf(part)),
  })
  for (const page of pages) {
    const { status } = await fetch(mall.url + page)
    if (status !== 200) failures.push(`images: ${page} of a mall from bundles is answered ${status}`)
  }
  for (const [name, { kind }] of Object.entries<Part>(list)) {
    const bundle = bundles[imageOf[kind] ?? '']
    if (!bundle) continue
    const problem = await startOne(programs, mall, name as StagedPart, bundle, home)
    if (problem) failures.push(problem)
  }
  return failures
}

async function startOne(programs: Programs, mall: Mall, name: StagedPart, bundle: string, home: string) {
  const port = await freePort()
  const { env, files } = withKeys(envOfPart(mall, name), home)
  const began = performance.now()
  try {
    const part = await runImage(programs, {
      bundle,
      args: [`/app/${programOf(name)}`],
      env: { ...env, HOST: '127.0.0.1', PORT: String(port) },
      files,
      logFile: join(home, 'logs', `${name}.log`),
      ready: async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok,
    })
    console.log(`     ${name}: ready after ${((performance.now() - began) / 1000).toFixed(1)} s`)
    await part.stop()
    const how = await part.exited
    return how === 'ended with code 0' ? undefined : `images: ${name} from its image ${how}`
  } catch (error) {
    return `images: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Keys are the texts of files here; the desk's is mounted, as in the cluster. */
function withKeys({ PART_KEY, RELEASE_DESK_KEY, ...env }: Record<string, string>, home: string) {
  const files: Record<string, string> = {}
  if (PART_KEY) env['PART_KEY'] = readFileSync(PART_KEY, 'utf8')
  if (RELEASE_DESK_KEY) {
    const copy = join(home, 'desk.pem')
    copyFileSync(RELEASE_DESK_KEY, copy)
    chmodSync(copy, 0o444)
    env['RELEASE_DESK_KEY'] = '/run/desk.pem'
    files['/run/desk.pem'] = copy
  }
  return { env, files }
}
