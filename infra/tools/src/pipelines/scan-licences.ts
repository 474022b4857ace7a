import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

import { parse } from 'yaml'

import { rootDir } from '../paths.ts'
import { read } from './files.ts'

/** Packages by the licence that they say they have. */
export type Licences = Record<string, { name: string; versions: string[] }[]>

const { license } = parse(read('infra/pipelines/trivy.yaml')) as { license: { forbidden: string[] } }

/** Names of licences without their version, and what packages write that have none. */
const families = license.forbidden.map((name) => name.replace(/-[\d.]+$/, ''))
const none = ['UNKNOWN', 'UNLICENSED', 'SEE LICENSE']
const nameOf = (licence: string) => licence.trim().toUpperCase().replace(/^GNU /, '')

/** Returns packages whose every licence is one that the mall may not use, or that say none. */
export function refusedLicences(licences: Licences): string[] {
  return Object.entries(licences)
    .filter(([expression]) => !isAllowed(expression))
    .flatMap(([expression, packages]) =>
      packages.map(({ name, versions }) => `${name} ${versions.join(', ')} is under ${expression}`),
    )
}

function isAllowed(expression: string): boolean {
  const choices = expression.replaceAll(/[()]/g, '').split(' OR ')
  const isForbidden = (one: string) => [...none, ...families].some((begin) => nameOf(one).startsWith(begin))
  return choices.some((choice) => !choice.split(' AND ').some(isForbidden))
}

/** Returns what of all installed packages the mall may not use. */
export function scanLicences(): string[] {
  const pnpm = join(rootDir, '.cache/toolchain/node_modules/pnpm/bin/pnpm.mjs')
  const text = execFileSync(process.execPath, [pnpm, 'licenses', 'list', '--recursive', '--json'], {
    cwd: rootDir,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return refusedLicences(JSON.parse(text) as Licences)
}
