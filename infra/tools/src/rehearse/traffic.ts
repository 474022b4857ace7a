import type { ControlPlane } from '../cluster/control-plane.ts'
import { list } from '../cluster/kubectl.ts'
import { namespace } from '../cluster/workloads.ts'

export type Pod = {
  metadata: { name: string; namespace: string; labels: Record<string, string> }
  spec: { containers: { name: string; image: string; resources?: { requests?: { cpu?: string } } }[] }
  status: { phase: string }
}

/** Requests that every running pod answers, ten a second; those of a bad image fail three times in ten. */
export class Traffic implements Disposable {
  readonly badDigests = new Set<string>()
  /** Parts that get no requests. */
  readonly silent = new Set<string>()
  /** The mall's pods as they were a moment ago. */
  pods: Pod[] = []
  readonly #answers = new Map<string, { part: string; revision: string; good: number; bad: number }>()
  readonly #cluster: ControlPlane
  #timer: NodeJS.Timeout | undefined

  constructor(cluster: ControlPlane) {
    this.#cluster = cluster
    this.#tick()
  }

  /** Returns the counters that parts show Prometheus. */
  exposition(): string {
    const lines = [...this.#answers.values()]
      .filter(({ part }) => !this.silent.has(part))
      .flatMap(({ part, revision, good, bad }) => {
        const labels = `part="${part}",revision="${revision}"`
        return [
          `rpc_server_duration_seconds_count{${labels},code="ok"} ${good}`,
          `rpc_server_duration_seconds_count{${labels},code="internal"} ${bad}`,
          ...['0.25', '0.5', '1', '+Inf'].map(
            (le) => `rpc_server_duration_seconds_bucket{${labels},code="ok",le="${le}"} ${good + bad}`,
          ),
        ]
      })
    return `${lines.join('\n')}\n`
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #tick(): void {
    this.#timer = setTimeout(() => {
      void this.#count().finally(() => {
        if (this.#timer) this.#tick()
      })
    }, 1000)
  }

  async #count(): Promise<void> {
    this.pods = await list<Pod>(this.#cluster.kubectl, ['pods', '-n', namespace]).catch(() => this.pods)
    for (const { metadata, spec, status } of this.pods) {
      const part = metadata.labels['app.kubernetes.io/component']
      if (!part || status.phase !== 'Running') continue
      const revision = metadata.labels['rollouts-pod-template-hash'] ?? ''
      const key = `${part} ${revision}`
      const { good, bad } = this.#answers.get(key) ?? { good: 0, bad: 0 }
      const digest = spec.containers[0]?.image.split('@')[1] ?? ''
      const failed = this.badDigests.has(digest) ? 3 : 0
      this.#answers.set(key, { part, revision, good: good + 10 - failed, bad: bad + failed })
    }
  }
}
