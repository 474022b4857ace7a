import type { Kubectl } from '../cluster/kubectl.ts'
import { namespace } from '../cluster/workloads.ts'

/** Returns a pod that keeps to everything but, possibly, the signature of its image. */
const pod = (image: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { generateName: 'signed-', namespace },
  spec: {
    serviceAccountName: 'catalog',
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'try',
        image,
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '16Mi' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    ],
  },
})

/** Asks the API server for a pod of the image; returns what is said against it, or nothing. */
export async function refusal(kubectl: Kubectl, image: string): Promise<string> {
  const { ok, text } = await kubectl(['create', '--dry-run=server', '-f', '-'], JSON.stringify(pod(image)))
  return ok ? '' : text
}
