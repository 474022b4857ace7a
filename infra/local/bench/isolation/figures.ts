import type { BenchEnvironment } from '../bench-environment.ts'

export function openFigures() {
  const took: number[] = []
  return { faults: 0, otherRequests: 0, otherFailed: 0, restarts: 0, blamed: 0, took }
}

export function p99(took: number[]): number {
  const sorted = took.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.floor((sorted.length - 1) * 0.99)] ?? 0)
}

/** Returns what a probe looks for: a key file, ports, a secret and the process that started it. */
export function wayOut({ engines, at, pids }: BenchEnvironment, host: string) {
  const portOf = (url: string) => Number(new URL(url).port)
  const ports = {
    postgres: portOf(engines.postgres.url),
    redis: portOf(engines.redis.url),
    sqs: portOf(engines.aws.url),
    desk: portOf(at.desk),
  }
  // Reversed, so that the probe does not find it in what it was given.
  const secret = engines.secrets.authSecret.split('').toReversed().join('')
  const [hostPid] = pids(host)
  return { keyFile: engines.keys.deskKeyFile, ports, secret, hostPid }
}
