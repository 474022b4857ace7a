import { mall } from '../../../mall.ts'
import { chooseAddress } from './addresses.ts'
import { openBalancer } from './balancer.ts'
import { type NodeHost, type NodePart, openNode } from './node-part.ts'
import { type ReleaseHost, type ServiceName, type ShellName } from './services.ts'

type Replicated = ServiceName | ReleaseHost | ShellName

/** Parts that run as several processes in production, and here with `replicas`. */
export const isReplicated = (name: Replicated): boolean => mall[name].minReplicas > 1

/** The names of a part's processes: its own, or with numbers from 1. */
export function processesOf(name: Replicated, replicas: number): string[] {
  if (replicas === 1 || !isReplicated(name)) return [name]
  return Array.from({ length: replicas }, (_, index) => `${name}-${index + 1}`)
}

/**
 * Opens a part as one process at its address, or as several behind a balancer there. One that is restarted counts as started once
 * new connections reach it, so that the next one may leave.
 * @param closing receives the balancer
 * @returns the addresses of the processes
 */
export async function openReplicas(
  node: NodeHost,
  part: NodePart & { name: Replicated },
  replicas: number,
  closing: AsyncDisposableStack,
): Promise<string[]> {
  const names = processesOf(part.name, replicas)
  if (names.length === 1) return [(await openNode(node, part)).url]
  const mtls = part.url.startsWith('https:')
  const urls = await Promise.all(names.map(() => chooseAddress(part.name, mtls)))
  const balancer = closing.use(await openBalancer({ url: part.url, replicas: urls }))
  await Promise.all(
    urls.map((url, index) =>
      openNode(node, { ...part, url, replica: index + 1, reached: () => balancer.sendsTo(url) }),
    ),
  )
  return urls
}
