import { freePort } from '@mallhive/infra-local/free-port'

import type { ControlPlane } from '../cluster/control-plane.ts'
import { goProgram } from '../go-program.ts'

/** Starts the controller of Argo Rollouts. */
export async function startArgoRollouts(cluster: ControlPlane): Promise<void> {
  const [metrics, health] = [await freePort(), await freePort()]
  await cluster.start({
    name: 'rollouts-controller',
    command: await goProgram('rollouts-controller'),
    args: [
      `--kubeconfig=${cluster.kubeconfig}`,
      '--leader-elect=false',
      `--metricsPort=${metrics}`,
      `--healthzPort=${health}`,
    ],
    ready: async () => (await fetch(`http://127.0.0.1:${health}/healthz`)).ok,
  })
}
