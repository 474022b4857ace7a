import { once } from 'node:events'
import { previewUrl } from '@mallhive/release-runtime/preview/preview-address'
import { microFrontendRoot } from '../workspace.ts'
import { here } from './args.ts'
import { UsageError } from './usage-error.ts'
import { defineVerb } from './verb.ts'
import type { VerbInput } from './verb.ts'

const usualPort = 4103

export const dev = defineVerb({
  does: 'build at every save and show the result in the running mall, to your browser only',
  args: { mfe: here },
  options: {
    port: { type: 'string', value: 'N', does: `to serve it at: ${usualPort}, or the next one that is free` },
  },
  examples: ['mall dev cart', 'mall dev cart --port 4110'],
  async run({ args, options, cwd, env, say, progress, interrupted }) {
    const root = microFrontendRoot(cwd, args.mfe)
    // The compilers are imported only here, so that other verbs start fast.
    const [{ configOf }, { openDev }] = await Promise.all([
      import('../build/config-of.ts'),
      import('../dev/dev.ts'),
    ])
    await using server = await openDev({
      root,
      port: portOf(options.port),
      onRelease: ({ name, hash }) => say(`${clock()} ${name} is built`, { name, hash }),
      onProblem: (problem) =>
        say(`${clock()} the build failed; the last build stays\n\n${problem}\n`, { problem }),
      onTypeProblem: (typeProblem) =>
        say(`${clock()} shown, but publish will refuse these type errors\n\n${typeProblem}\n`, {
          typeProblem,
        }),
    })
    await progress.step('building for the first time', () => server.first)
    const { name, routes } = await configOf(root)
    const pin = `${name}@http://localhost:${server.port}`
    const { origin, exposed } = localMall(env)
    const url = origin && !exposed ? previewUrl({ origin }, routes, pin) : undefined
    const place = exposed
      ? 'not in the running mall, which other machines reach (HOST); start it without HOST to see dev servers'
      : `on the preview host of a mall with ?mall-pin=${pin}`
    say(`see it: ${url ?? place}\nCtrl-C ends it.`, {
      name,
      port: server.port,
      pin,
      url,
    })
    const signal = interrupted()
    if (!signal.aborted) await once(signal, 'abort')
    return { lines: [], json: undefined }
  },
})

/** Returns the preview origin of the local mall, and whether that mall is open to other machines; nothing without one. */
function localMall(env: VerbInput['env']): { origin?: string; exposed?: boolean } {
  try {
    const { PREVIEW_ORIGIN: origin, PREVIEW_PASS } = env()
    return { origin, exposed: PREVIEW_PASS === 'required' }
  } catch {
    return {}
  }
}

const clock = () => new Date().toTimeString().slice(0, 8)

function portOf(given: string | undefined): number {
  const port = Number(given ?? usualPort)
  if (Number.isInteger(port) && port >= 1024 && port <= 65_535) return port
  throw new UsageError(`--port ${given}: use a number from 1024 to 65535`)
}
