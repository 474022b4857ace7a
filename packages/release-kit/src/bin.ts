#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Caches the compiled code of the compilers, which takes long to parse, for the next run.
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

/** Installs the signal handlers on demand: only long-running verbs call it, all others end by default. */
function interrupted(): AbortSignal {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
  return stopped.signal
}
