import { microFrontendNames } from '../../workspace.ts'
import { releasesPrefix } from '@mallhive/release-runtime/keys'
import { versionsOf } from '../require-known.ts'
import type { Kind, Verb, VerbInput } from '../verb.ts'

type Input = Pick<VerbInput, 'cwd' | 'store'>

/** Returns the completions for the last of these words, which may be incomplete. */
export async function candidates(
  verbs: Record<string, Verb>,
  words: string[],
  input: Input,
): Promise<string[]> {
  const found = await allThere(verbs, words, input)
  const typed = words.at(-1) ?? ''
  return found.filter((word) => word.startsWith(typed))
}

async function allThere(verbs: Record<string, Verb>, words: string[], input: Input): Promise<string[]> {
  const [name = '', ...rest] = words
  if (rest.length === 0) return Object.keys(verbs)
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) return []
  if (rest.at(-1)?.startsWith('-'))
    return [...Object.keys(verb.options), 'json', 'help'].map((key) => `--${key}`)
  const places = placesOf(verb, rest)
  const kind = Object.values(verb.args)[places.length - 1]?.kind
  return kind ? offers[kind](places[0] ?? '', Object.keys(verbs), input) : []
}

/** Returns the positional arguments among the words, without options and their values. */
function placesOf({ options }: Verb, words: string[]): string[] {
  const takesValue = (word: string | undefined) =>
    word?.startsWith('--') === true && options[word.slice(2)]?.type === 'string'
  return words.filter((word, i) => !word.startsWith('-') && !takesValue(words[i - 1]))
}

const offers: Record<Kind, (name: string, verbs: string[], input: Input) => string[] | Promise<string[]>> = {
  verb: (_, verbs) => verbs,
  shell: () => ['bash', 'zsh', 'fish'],
  'micro frontend': (_, __, { cwd }) => microFrontendNames(cwd),
  published: (_, __, { store }) => store().then((releases) => releases.store.folders(releasesPrefix)),
  version: (name, _, { store }) => store().then((releases) => versionsOf(releases.store, name)),
}
