import { accessSync, constants, cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { fromDebian, onPath } from '../tools.ts'

/** The programs that watch a mall, by their names on a PATH, with the Debian packages that have them. */
const packages = {
  prometheus: 'prometheus',
  'prometheus-alertmanager': 'prometheus-alertmanager',
  'prometheus-postgres-exporter': 'prometheus-postgres-exporter',
  'prometheus-redis-exporter': 'prometheus-redis-exporter',
  'prometheus-blackbox-exporter': 'prometheus-blackbox-exporter',
} as const
export type Program = keyof typeof packages

/** Returns the path of a program, or undefined where there is none. */
export function programOf(name: Program): string | undefined {
  const found = onPath(name) ?? fromDebian(packages[name], `usr/bin/${name}`)
  return found && name === 'prometheus-alertmanager' && !hasTemplates(found) ? undefined : found
}

/** What a machine lacks, a line for each program. */
export const lacking = (): string[] =>
  (Object.keys(packages) as Program[])
    .filter((name) => !programOf(name))
    .map((name) => `${name}: in the Debian package ${packages[name]}`)

const templates = '/usr/share/prometheus/alertmanager'

/** Debian’s Alertmanager reads its templates from this folder of the machine and sends nothing without them. */
function hasTemplates(program: string): boolean {
  if (existsSync(templates)) return true
  const unpacked = join(dirname(program), '../share/prometheus/alertmanager')
  if (!existsSync(unpacked)) return false
  try {
    accessSync('/usr/share', constants.W_OK)
    mkdirSync(dirname(templates), { recursive: true })
    cpSync(unpacked, templates, { recursive: true })
    return true
  } catch {
    return false
  }
}
