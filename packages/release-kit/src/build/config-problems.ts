import { configFields } from '@mallhive/mfe-kit/config'
import type { ConfigError } from '@mallhive/mfe-kit/config'
import { didYouMean } from '../did-you-mean.ts'

type Issue = ConfigError['issues'][number]

/** Returns one line per wrong field: its path, the expected value and, for a probable typo, a suggestion. */
export function configProblems({ issues }: ConfigError): string[] {
  return issues.flatMap((issue) => {
    const at = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => `${key}: there is no such field${didYouMean(key, configFields)}`)
    const expected = issue.code === 'invalid_key' ? issue.issues.map(messageOf) : [messageOf(issue)]
    return [`${at || 'it'}: ${expected.join('; ')}${meant(issue)}`]
  })
}

/** Returns zod's message in the words of a JavaScript author. */
const messageOf = ({ message }: { message: string }): string =>
  message
    .replace(/^Invalid input: expected (.*), received undefined$/, '$1 is missing')
    .replace(/^Invalid input: /, '')
    .replace(/\brecord\b/, 'an object')

function meant(issue: Issue): string {
  if (issue.code !== 'custom') return ''
  const { given, known }: { given?: unknown; known?: unknown } = issue.params ?? {}
  if (typeof given !== 'string' || !Array.isArray(known)) return ''
  return didYouMean(given, known.map(String))
}
