import type { SigningStore, TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import type { Progress } from './progress.ts'
import type { Shell } from './shell.ts'

/** What stands at a place: offered by the shell's completion, and by "did you mean". */
export type Kind = 'micro frontend' | 'published' | 'version' | 'verb' | 'shell'

export interface Arg {
  /** For people: "micro frontend". */
  what: string
  kind?: Kind
  optional?: boolean
}

export interface Option {
  type: 'string' | 'boolean'
  /** How its value is called in the help: `--percent <N>`. */
  value?: string
  does: string
}

type Args = Record<string, Arg>
type Options = Record<string, Option>
type ArgValues<A extends Args> = {
  [K in keyof A]: A[K] extends { optional: true } ? string | undefined : string
}
type OptionValues<O extends Options> = { [K in keyof O]?: OptionValue<O[K]['type']> }
type OptionValue<T> = T extends 'boolean' ? boolean : string

export interface VerbInput<A extends Args = Args, O extends Options = Options> {
  args: ArgValues<A>
  options: OptionValues<O>
  cwd: string
  /** The environment to work in, completed by that of the mall beside it. Asked for: a build needs none. */
  env: () => Record<string, string | undefined>
  /** Opened when asked for: a build needs no bucket. */
  store: () => Promise<TrustedStore>
  /** The same with the person's key. */
  signing: () => Promise<SigningStore>
  /** Who does it, for the history. */
  by: string
  progress: Progress
  /** For verbs that go on: says a line at once. With `--json` the value, as one line. */
  say: (line: string, json: unknown) => void
  screen: Shell['screen']
  /** For verbs that go on until they are stopped. */
  interrupted: () => AbortSignal
}

export interface VerbResult {
  /** For people: one clear line per thing done. */
  lines: string[]
  /** For machines. */
  json: unknown
}

export interface Verb {
  does: string
  args: Args
  options: Options
  examples: string[]
  run(input: VerbInput): Promise<VerbResult>
}

/** Declares a verb; what its `run` gets follows from its arguments and options. */
export function defineVerb<const A extends Args, const O extends Options>(
  verb: Omit<Verb, 'args' | 'options' | 'run'> & {
    args: A
    options: O
    run(input: VerbInput<A, O>): Promise<VerbResult>
  },
): Verb {
  return verb
}
