import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

import { goOutput } from '../go-program.ts'
import { cacheDir, rootDir, sharedCacheDir } from '../paths.ts'

/** Where the projects whose resources the mall uses keep their definitions: Go module, folder in it, files. */
const sources: [module: string, files: string][] = [
  ['github.com/argoproj/argo-cd/v3@v3.5.7', 'manifests/crds/*-crd.yaml'],
  ['github.com/argoproj/argo-rollouts@v1.9.0', 'manifests/crds/*-crd.yaml'],
  ['github.com/kyverno/kyverno@v1.19.1', 'config/crds/*/*.yaml'],
  [
    'github.com/external-secrets/external-secrets@v1.3.2',
    'config/crds/bases/external-secrets.io_{externalsecrets,secretstores,clustersecretstores}.yaml',
  ],
  ['github.com/kedacore/keda/v2@v2.21.0', 'config/crd/bases/keda.sh_*.yaml'],
  ['istio.io/api@v1.27.3', 'kubernetes/customresourcedefinitions.gen.yaml'],
  ['sigs.k8s.io/gateway-api@v1.6.3', 'config/crd/standard/gateway.networking.k8s.io_*.yaml'],
  [
    'github.com/prometheus-operator/prometheus-operator@v0.85.0',
    'example/prometheus-operator-crd/monitoring.coreos.com_{alertmanagers,podmonitors,prometheuses,prometheusrules,servicemonitors}.yaml',
  ],
  ['github.com/aws/karpenter-provider-aws@v1.12.0', 'pkg/apis/crds/karpenter*.yaml'],
  [
    'github.com/cert-manager/cert-manager@v1.21.2',
    'deploy/crds/cert-manager.io_{certificates,issuers,clusterissuers}.yaml',
  ],
]

const home = join(
  sharedCacheDir,
  `definitions-${createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 16)}`,
)

/**
 * Returns a folder of custom resource definitions: from Go modules, or where there is no Go, from a folder or an archive beside
 * the checkout (MALLHIVE_DEFINITIONS says where), or undefined.
 */
export function definitions(): string | undefined {
  if (existsSync(home) || downloaded()) return home
  const given = process.env['MALLHIVE_DEFINITIONS'] ?? join(rootDir, '../shared/spikes/infra/crds')
  if (globSync(join(given, '*.yaml')).length > 0) return given
  const archive = join(given, 'crds.tar.xz')
  return existsSync(archive) ? unpacked(archive) : undefined
}

function downloaded(): boolean {
  const staging = `${home}.${process.pid}`
  try {
    mkdirSync(staging, { recursive: true })
    for (const [module, files] of sources) {
      const answer = goOutput(['mod', 'download', '-json', module], staging).join('')
      if (!answer) return false
      const folder = (JSON.parse(answer) as { Dir: string }).Dir
      const name = module.replace(/(\/v\d+)?@.*/, '').replaceAll('/', '-')
      for (const file of globSync(join(folder, files)))
        copyFileSync(file, join(staging, `${name}.${basename(file)}`))
    }
    if (!existsSync(home)) renameSync(staging, home)
    return true
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function unpacked(archive: string): string {
  const to = join(cacheDir, 'definitions')
  mkdirSync(to, { recursive: true })
  execFileSync('tar', ['-xJf', archive, '-C', to])
  return globSync(join(to, '**/*.yaml')).map((file) => join(file, '..'))[0] ?? to
}
