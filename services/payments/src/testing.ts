import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const sandboxSecret = 'a-secret-that-only-tests-know'
const program = fileURLToPath(new URL('../../../infra/local/src/sandbox-provider/main.ts', import.meta.url))

/** The sandbox card network in a process of its own. */
export type SandboxNetwork = AsyncDisposable & {
  url: string
  /** Posts a card like a browser; returns its token. */
  card(number: string): Promise<string>
  /** Answers the bank's challenge. */
  answer(challengeUrl: string, answer: 'approve' | 'decline'): Promise<void>
  dump(): Promise<Record<string, { status: string; captures: number[] }>>
}

export async function openSandboxNetwork(env: Record<string, string> = {}): Promise<SandboxNetwork> {
  const directory = await mkdtemp(join(tmpdir(), 'sandbox-provider-'))
  const child = spawn(process.execPath, ['--no-deprecation', program], {
    env: {
      STATE_DIR: directory,
      WEBHOOK_SECRET: sandboxSecret,
      WEBHOOK_URL: 'http://127.0.0.1:9/webhooks/sandbox',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await listening(child)
  return {
    url,
    async card(number) {
      const form = {
        number,
        expiry: '12/39',
        cvc: '123',
        name: 'Ada Test',
        return_url: 'http://localhost:4000/back',
      }
      const answer = await fetch(`${url}/v1/payment_methods`, {
        method: 'POST',
        body: new URLSearchParams(form),
        redirect: 'manual',
      })
      return new URL(answer.headers.get('location') ?? '').searchParams.get('payment_method') ?? ''
    },
    async answer(challengeUrl, answer) {
      await fetch(challengeUrl, { method: 'POST', body: new URLSearchParams({ answer }), redirect: 'manual' })
    },
    dump: async () => JSON.parse(await (await fetch(`${url}/v1/dump`)).text()),
    async [Symbol.asyncDispose]() {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGKILL')
      await gone
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the card network ended with ${code}`)))
    child.stdout?.once('data', (data: Buffer) => resolve(JSON.parse(String(data)).listening))
  })
}
