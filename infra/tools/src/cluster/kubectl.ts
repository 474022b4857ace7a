import { spawn } from 'node:child_process'

type Answer = { ok: boolean; text: string }

/** Runs kubectl as the administrator of one cluster; never throws because it refuses. */
export type Kubectl = (args: string[], input?: string) => Promise<Answer>

export function kubectlFor(program: string, kubeconfig: string, cacheDir: string): Kubectl {
  const env = { ...process.env, KUBECONFIG: kubeconfig, KUBECACHEDIR: cacheDir }
  return async (args, input) => {
    const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk) => (text += chunk))
    child.stdin.on('error', () => {}).end(input ?? '')
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
    return { ok: code === 0, text: text.trim() }
  }
}

/** Returns what kubectl prints; throws what it says where it fails. */
export async function must(kubectl: Kubectl, args: string[], input?: string): Promise<string> {
  const { ok, text } = await kubectl(args, input)
  if (!ok) throw new Error(`kubectl ${args.join(' ')}: ${text}`)
  return text
}

/** Returns the objects that kubectl finds. */
export async function list<T>(kubectl: Kubectl, args: string[]): Promise<T[]> {
  const { items } = JSON.parse(await must(kubectl, ['get', ...args, '-o', 'json'])) as { items: T[] }
  return items
}
