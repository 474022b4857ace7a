import { environments, region, registry } from '../../../../environments.ts'
import type { Generated } from '../../generated.ts'
import { kustomization, namespace, partOf, yamlOf } from '../manifest.ts'

/** The key in KMS with which the pipeline signs images, in the registry's account. */
const key = `awskms:///arn:aws:kms:${region}:${environments.production.account}:alias/mallhive-production-images-signing`

/** infra/policies/signatures: only images that the pipeline signed run in the mall's namespace. Kyverno enforces it. */
export function signatures(): Generated {
  const policy = {
    apiVersion: 'policies.kyverno.io/v1beta1',
    kind: 'ImageValidatingPolicy',
    metadata: { name: 'signed-images', labels: partOf },
    spec: {
      failurePolicy: 'Fail',
      validationActions: ['Deny'],
      webhookConfiguration: { timeoutSeconds: 15 },
      matchConstraints: {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
        resourceRules: [
          { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['pods'] },
        ],
      },
      matchImageReferences: [{ glob: '*' }],
      // A digest is asked for: what was verified is what runs.
      validationConfigurations: { mutateDigest: false, verifyDigest: true, required: true },
      credentials: { providers: ['amazon'] },
      attestors: [{ name: 'pipeline', cosign: { key: { kms: key }, ctlog: { insecureIgnoreTlog: true } } }],
      validations: [
        {
          expression:
            'images.containers.map(image, verifyImageSignatures(image, [attestors.pipeline])).all(valid, valid > 0)',
          message: `images are signed by the pipeline of ${registry}`,
        },
      ],
    },
  }
  return {
    owns: ['policies/signatures/*'],
    files: {
      'policies/signatures/signed-images.yaml': yamlOf(policy),
      'policies/signatures/kustomization.yaml': kustomization({ resources: ['signed-images.yaml'] }),
    },
  }
}
