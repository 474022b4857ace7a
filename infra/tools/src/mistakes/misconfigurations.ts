import type { Mistake } from './mistake.ts'

const module = (path: string) => `infra/terraform/modules/${path}.tf`

/** Mistakes that a scanner of configuration finds, and exceptions from it that have no reason. */
export const misconfigurations: Mistake[] = [
  mistake(
    'image',
    'processes as root',
    ['infra/docker/Dockerfile.base', 'USER 65532:65532', 'USER root'],
    /Checkov CKV_DOCKER_8: .*Dockerfile\.base/,
  ),
  mistake(
    'pipeline',
    'a workflow that may do everything',
    ['.github/workflows/promote.yml', 'permissions:\n  contents: read', 'permissions: write-all'],
    /Checkov CKV2_GHA_1: .*promote\.yml/,
  ),
  mistake(
    'manifest',
    'a container that may gain rights',
    [
      'infra/kubernetes/apps/cart/deployment.yaml',
      'allowPrivilegeEscalation: false',
      'allowPrivilegeEscalation: true',
    ],
    /Checkov CKV_K8S_20: .*apps\/cart\/deployment\.yaml/,
  ),
  mistake(
    'terraform',
    'volumes of carts that are not encrypted',
    [module('cache/main'), 'at_rest_encryption_enabled = true', 'at_rest_encryption_enabled = false'],
    /Checkov CKV_AWS_29: .*modules\/cache\/main\.tf/,
  ),
  mistake(
    'terraform',
    'a key that is never replaced',
    [module('stream/main'), 'enable_key_rotation     = true', 'enable_key_rotation     = false'],
    /Checkov CKV_AWS_7: .*modules\/stream\/main\.tf/,
  ),
  mistake(
    'pipeline',
    'an exception for nothing',
    [
      'infra/pipelines/checkov.yaml',
      '# Manifests\n',
      '# Manifests\n- check: CKV_K8S_16\n  why: a container needs all rights\n',
    ],
    /checkov\.yaml: CKV_K8S_16 is not found anywhere/,
  ),
]

function mistake(
  kind: Mistake['kind'],
  name: string,
  [file, find, replace]: [file: string, find: string, replace: string],
  reason: RegExp,
): Mistake {
  return { name, kind, patch: { file, find, replace }, refusedBy: 'misconfigurations', reason }
}
