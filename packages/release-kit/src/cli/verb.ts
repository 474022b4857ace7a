import type { SigningStore, TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import type { Progress } from './progress.ts'
import type { Shell } from './shell.ts'

/** The kind of a positional argument, for the shell's completion and for "did you mean". */
export type Kind = 'micro frontend' | 'published' | 'version' | 'verb' | 'shell'

interface Arg {
  /** For people: "micro frontend". */
  what: string
  kind?: Kind
  optional?: boolean
}

export interface Option {
  type: 'string' | 'boolean'
  /** Name of its value in the help: `--percent <N>`. */
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
  /** The environment, completed by that of the local mall. Lazy, because a build needs none. */
  env: () => Record<string, string | undefined>
  /** Opens the store on the first call: a build needs no bucket. */
  store: () => Promise<TrustedStore>
  /** Opens the store with the person's signing key on the first call. */
  signing: () => Promise<SigningStore>
  /** The user's name, for the history. */
  by: string
  progress: Progress
  /** Prints a line immediately, for long-running verbs. With `--json` prints the value as one line. */
  say: (line: string, json: unknown) => void
  screen: Shell['screen']
  /** Returns a signal that aborts on Ctrl-C, for long-running verbs. */
  interrupted: () => AbortSignal
}

export interface VerbResult {
  /** Output for people. */
  lines: string[]
  /** Output with `--json`. */
  json: unknown
  /** The change was made, but the mall does not serve accordingly: exit code 1. */
  unserved?: boolean
}

export interface Verb {
  does: string
  args: Args
  options: Options
  examples: string[]
  run(input: VerbInput): Promise<VerbResult>
}

/** Declares a verb; the input type of `run` follows from its arguments and options. */
export function defineVerb<const A extends Args, const O extends Options>(
  verb: Omit<Verb, 'args' | 'options' | 'run'> & {
    args: A
    options: O
    run(input: VerbInput<A, O>): Promise<VerbResult>
  },
): Verb {
  return verb
}
