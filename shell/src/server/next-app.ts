import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { buildFolder } from '../build/folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const manifestSchema = z.record(z.string(), z.string())

/** Pages that Next adds to every build; the shell answers unknown addresses by its own. */
const ownErrorPages = ['/_not-found', '/_global-error']

/** The part of the shell that Next serves: staff pages and route handlers in `src/app`. */
export interface NextApp {
  serves: (path: string) => boolean
  answer: (...request: Parameters<RequestListener>) => Promise<void>
}

/** Opens Next's part. Next itself starts at its first request, because documents do without it. */
export function openNextApp(): NextApp {
  const manifest = readFileSync(`${root}${buildFolder}/app-path-routes-manifest.json`, 'utf8')
  const served = new Set(Object.values(manifestSchema.parse(JSON.parse(manifest))))
  for (const page of ownErrorPages) served.delete(page)
  let starting: Promise<NextApp['answer']> | undefined
  return {
    serves: (path) => served.has(path),
    answer: async (req, res) => (await (starting ??= start()))(req, res),
  }
}

async function start(): Promise<NextApp['answer']> {
  const { default: next } = await import('next')
  const app = next({ dir: root, dev: false })
  await app.prepare()
  return app.getRequestHandler()
}
