#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// The compilers behind a verb are a lot of code: from the second time on it is not parsed again.
enableCompileCache()
const { runCli } = await import('./cli/run.ts')

process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: process.env,
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  screen: process.stderr.isTTY ? process.stderr : undefined,
  interrupted,
})

/** Only verbs that go on until they are stopped ask for it: every other one just ends. */
function interrupted(): AbortSignal {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
  return stopped.signal
}
