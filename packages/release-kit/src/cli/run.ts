import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { Refused } from '../gate/pass-gate.ts'
import { isPlainLine } from '@mallhive/release-runtime/plain-line'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { signingStoreFromEnv, trustedStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'
import type { SigningStore, TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import { mallEnv } from '../workspace.ts'
import { candidates } from './completion/candidates.ts'
import { helpOf, overview } from './help.ts'
import { didYouMean } from '../did-you-mean.ts'
import { openProgress } from './progress.ts'
import { UsageError } from './usage-error.ts'
import type { Shell } from './shell.ts'
import type { Verb, VerbInput, VerbResult } from './verb.ts'
import { withHelp } from './verbs.ts'
import { workspaceVerbs } from './workspace-verbs.ts'

const everywhere = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Runs one verb; returns its exit code. 0: done, 1: refused (the reason on stderr) or not yet served, 2: usage error. */
export async function runCli(argv: string[], shell: Shell): Promise<number> {
  if (argv[0] === '__complete') return complete(argv.slice(2), shell)
  try {
    const verbs = withHelp(await workspaceVerbs(shell.cwd))
    const at = argv.findIndex((word) => !word.startsWith('-'))
    const name = argv[at]
    if (name === undefined) return printOverview(verbs, argv, shell)
    const verb = verbNamed(verbs, name)
    const { values, positionals } = parse(verb, argv.toSpliced(at, 1))
    if (values['help'] === true) {
      shell.out(helpOf(name, verb))
      return 0
    }
    const asJson = values['json'] === true
    const given = { args: argsOf(name, verb, positionals), options: values }
    const result = await runVerb(verb, given, asJson, shell)
    print(result, asJson, shell)
    return result.unserved ? 1 : 0
  } catch (error) {
    return explain(error, argv.includes('--json'), shell)
  }
}

/** Prints the overview; without --help, calling no verb is a usage error. */
function printOverview(verbs: Record<string, Verb>, argv: string[], { out, err }: Shell): number {
  const asked = argv.some((word) => word === '-h' || word === '--help')
  ;(asked ? out : err)(overview(verbs))
  return asked ? 0 : 2
}

function verbNamed(verbs: Record<string, Verb>, name: string): Verb {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (verb) return verb
  throw new UsageError(`there is no verb "${name}"${didYouMean(name, Object.keys(verbs))}`)
}

function parse(verb: Verb, args: string[]) {
  const options = Object.entries(verb.options).map(([name, { type }]) => [name, { type }] as const)
  const parsed = parseArgs({
    args,
    options: { ...Object.fromEntries(options), ...everywhere },
    allowPositionals: true,
  })
  // A line break in a reason would look like another entry of the history.
  for (const [option, value] of Object.entries(parsed.values))
    if (typeof value === 'string' && !isPlainLine(value))
      throw new UsageError(`--${option} is to be one line without control characters`)
  return parsed
}

function argsOf(name: string, { args }: Verb, given: string[]): Record<string, string> {
  const wanted = Object.entries(args)
  const missing = wanted.slice(given.length).find(([, { optional }]) => !optional)
  if (missing) throw new UsageError(`say which ${missing[1].what}: mall help ${name}`)
  const extra = given[wanted.length]
  if (extra !== undefined) throw new UsageError(`"${extra}" is an unexpected argument: mall help ${name}`)
  return Object.fromEntries(given.map((value, i) => [wanted[i]?.[0] ?? '', value]))
}

async function runVerb(
  verb: Verb,
  given: Pick<VerbInput, 'args' | 'options'>,
  asJson: boolean,
  shell: Shell,
): Promise<VerbResult> {
  using opened = new DisposableStack()
  const { cwd, screen, interrupted = () => new AbortController().signal } = shell
  return await verb.run({
    ...given,
    ...lazyInputs(shell, opened),
    cwd,
    by: shell.env['MALL_USER'] ?? userInfo().username,
    progress: openProgress(shell),
    say: (line, json) => shell.out(asJson ? JSON.stringify(json) : line),
    screen: asJson ? undefined : screen,
    interrupted,
  })
}

/** Lazily opened environment and store. */
function lazyInputs(
  { cwd, env: given }: Shell,
  opened: DisposableStack,
): Pick<VerbInput, 'env' | 'store' | 'signing'> {
  const env = () => mallEnv(cwd, given)

  let trusted: Promise<TrustedStore> | undefined
  let signing: Promise<SigningStore> | undefined

  async function openTrusted(): Promise<TrustedStore> {
    const it = opened.use(trustedStoreFromEnv(env()))
    await it.trust.refresh()
    return it
  }

  async function openSigning(): Promise<SigningStore> {
    return opened.use(await signingStoreFromEnv(env()))
  }

  return { env, store: () => (trusted ??= openTrusted()), signing: () => (signing ??= openSigning()) }
}

/**
 * Prints completions for the shell's script, one word per line; prints nothing on an error, which would disturb the
 * command line.
 */
async function complete(words: string[], shell: Shell): Promise<number> {
  using opened = new DisposableStack()
  const found = await workspaceVerbs(shell.cwd)
    .then((verbs) => candidates(withHelp(verbs), words, { cwd: shell.cwd, ...lazyInputs(shell, opened) }))
    .catch(() => [])
  for (const word of found) shell.out(word)
  return 0
}

function print({ lines, json }: VerbResult, asJson: boolean, { out }: Shell): void {
  if (!asJson) for (const line of lines) out(line)
  else if (json !== undefined) out(JSON.stringify(json))
}

function explain(error: unknown, asJson: boolean, { out, err, env }: Shell): number {
  const misread = error instanceof UsageError || isMisreadOption(error)
  if (!misread && !(error instanceof ReleaseError)) throw error
  const reason = error instanceof ReleaseError ? error.reason : 'USAGE'
  if (asJson) out(JSON.stringify({ error: { reason, message: error.message, ...detailsOf(error) } }))
  else err(`mall: ${error.message}${isClosed(error, env) ? closedHint : ''}`)
  return misread ? 2 : 1
}

const closedHint =
  '\n  No mall is running here. Start one with `npm start`, or set MALL_STATE to the state folder of one that runs.'

/** Whether a command failed because the local mall, whose addresses `env.json` keeps, is not running. */
const isClosed = (error: Error, env: Shell['env']): boolean =>
  error instanceof ReleaseError &&
  error.reason === 'UNREACHABLE' &&
  error.message.includes('ECONNREFUSED') &&
  !env.RELEASES_BUCKET

const detailsOf = (error: Error) => (error instanceof Refused ? { refused: error.refused } : {})

function isMisreadOption(error: unknown): error is TypeError {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
