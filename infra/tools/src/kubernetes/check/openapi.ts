import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { goOutput } from '../../go-program.ts'
import { cacheDir, infraDir, rootDir } from '../../paths.ts'

export type Schema = Record<string, unknown>
type Definitions = Record<string, Schema>

/**
 * Returns Kubernetes' own definitions: from its Go module, at the version of the control plane, or where there is no Go from a folder
 * or archive beside the checkout (MALLHIVE_SCHEMAS says where), or undefined.
 */
export function kubernetesDefinitions(): Definitions | undefined {
  const file = ofModule() ?? ofFolder()
  if (!file) return undefined
  return (JSON.parse(readFileSync(file, 'utf8')) as { definitions: Definitions }).definitions
}

function ofModule(): string | undefined {
  const goMod = readFileSync(join(infraDir, 'cluster/control-plane/go.mod'), 'utf8')
  const version = /^\s*k8s\.io\/kubernetes (v\S+)$/m.exec(goMod)?.[1]
  if (!version) return undefined
  const answer = goOutput(['mod', 'download', '-json', `k8s.io/kubernetes@${version}`], infraDir).join('')
  if (!answer) return undefined
  const file = join((JSON.parse(answer) as { Dir: string }).Dir, 'api/openapi-spec/swagger.json')
  return existsSync(file) ? file : undefined
}

function ofFolder(): string | undefined {
  const given = process.env['MALLHIVE_SCHEMAS'] ?? join(rootDir, '../shared/schemas')
  const archive = join(given, 'schemas.tar.xz')
  const unpacked = join(cacheDir, 'schemas')
  if (existsSync(archive) && !existsSync(unpacked)) {
    mkdirSync(unpacked, { recursive: true })
    execFileSync('tar', ['-xJf', archive, '-C', unpacked])
  }
  return [given, unpacked].flatMap((folder) => globSync(join(folder, 'k8s-*.json')))[0]
}
