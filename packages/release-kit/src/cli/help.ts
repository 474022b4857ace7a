import { didYouMean } from '../did-you-mean.ts'
import { UsageError } from './usage-error.ts'
import { defineVerb } from './verb.ts'
import type { Option, Verb } from './verb.ts'

const always: [string, Option][] = [
  ['json', { type: 'boolean', does: 'one JSON value on stdout, for machines' }],
  ['help', { type: 'boolean', does: 'this text, also -h' }],
]

const exitCodes = 'Exit codes: 0 done, 1 refused (the reason on stderr) or not served yet, 2 usage error.'

/** Returns the verb `mall help [<verb>]`, which explains the given verbs. */
export const helpFor = (verbs: Record<string, Verb>): Verb =>
  defineVerb({
    does: 'show what a verb does, its options and examples',
    args: { verb: { what: 'verb', kind: 'verb', optional: true } },
    options: {},
    examples: ['mall help promote'],
    async run({ args: { verb: name } }) {
      if (name === undefined) return { lines: [overview(verbs)], json: Object.keys(verbs) }
      const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
      if (!verb) throw new UsageError(`there is no verb "${name}"${didYouMean(name, Object.keys(verbs))}`)
      return { lines: [helpOf(name, verb)], json: { usage: usageOf(name, verb), ...verb } }
    },
  })

/** Returns all verbs, one line each. */
export function overview(verbs: Record<string, Verb>): string {
  const rows = Object.entries(verbs).map(([name, verb]) => [`mall ${callOf(name, verb)}`, verb.does] as const)
  return `Release micro frontends.\n\n${table(rows)}\n\nmall help <verb> shows its options, with examples.\n${exitCodes}`
}

/** Returns the help of one verb: usage, options, examples. */
export function helpOf(name: string, verb: Verb): string {
  const options = [...Object.entries(verb.options), ...always]
  return [
    `${usageOf(name, verb)}\n  ${verb.does}`,
    `Options\n${table(options.map(([key, option]) => [spelled(key, option), option.does]))}`,
    `Examples\n${verb.examples.map((example) => `  ${example}`).join('\n')}`,
    exitCodes,
  ].join('\n\n')
}

function usageOf(name: string, verb: Verb): string {
  const options = Object.entries(verb.options).map(([key, option]) => `[${spelled(key, option)}]`)
  return ['mall', callOf(name, verb), ...options].join(' ')
}

function callOf(name: string, { args }: Verb): string {
  const places = Object.entries(args).map(([key, { optional }]) => (optional ? `[<${key}>]` : `<${key}>`))
  return [name, ...places].join(' ')
}

const spelled = (key: string, { type, value }: Option) =>
  type === 'string' ? `--${key} <${value ?? 'text'}>` : `--${key}`

function table(rows: (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}
