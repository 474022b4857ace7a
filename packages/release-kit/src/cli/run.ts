import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { ReleaseError } from '../release-error.ts'
import { storeFromEnv } from '../store.ts'
import type { ReleaseStore } from '../store.ts'
import { mallEnv } from '../workspace.ts'
import type { Shell, Verb, VerbResult } from './verb.ts'
import { verbs } from './verbs.ts'

const options = {
  version: { type: 'string' },
  percent: { type: 'string' },
  why: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Runs one verb. 0: done, 1: refused (the reason on stderr), 2: not understood. */
export async function runCli(argv: string[], shell: Shell): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    const [name = '', ...args] = positionals
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
    if (!verb || values.help) {
      ;(values.help ? shell.out : shell.err)(help(name && !verb ? `there is no verb "${name}"\n\n` : ''))
      return values.help ? 0 : 2
    }
    print(await runVerb(verb.run, args, values, shell), values.json === true, shell)
    return 0
  } catch (error) {
    return explain(error, argv.includes('--json'), shell)
  }
}

async function runVerb(
  run: Verb['run'],
  args: string[],
  values: { version?: string; percent?: string; why?: string },
  { cwd, env }: Shell,
): Promise<VerbResult> {
  using opened = new DisposableStack()
  let store: ReleaseStore | undefined
  const by = env.MALL_USER ?? userInfo().username
  const open = () => (store ??= opened.use(storeFromEnv(mallEnv(cwd, env))))
  return await run({ args, options: values, cwd, by, store: open })
}

function print({ lines, json }: VerbResult, asJson: boolean, { out }: Shell): void {
  if (asJson) out(JSON.stringify(json))
  else for (const line of lines) out(line)
}

function explain(error: unknown, asJson: boolean, { out, err }: Shell): number {
  const misread =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (!misread && !(error instanceof ReleaseError)) throw error
  const reason = error instanceof ReleaseError ? error.reason : 'USAGE'
  if (asJson) out(JSON.stringify({ error: { reason, message: error.message } }))
  else err(`mall: ${error.message}`)
  return misread ? 2 : 1
}

function help(problem: string): string {
  const rows = Object.values(verbs).map(({ usage, does }) => `  mall ${usage.padEnd(50)} ${does}`)
  return `${problem}Release micro frontends.\n\n${rows.join('\n')}\n\n  --json for machines; MALL_USER names who did it.`
}
