import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const service = fileURLToPath(new URL('../..', import.meta.url))

const french = `import type { Language } from '../language.ts'

export const language = {
  locale: 'fr',
  stemmer: 'french',
  irregular: { yeux: 'oeil' },
  title: { ends: 'de en pour avec', begins: 'paire' },
  stop: 'le la les un une des de du en pour avec et',
  not: '',
  without: '',
  descriptive: { things: 'quelque', begins: [], places: '' },
  noise: 'acheter neuf',
  price: {
    below: ['moins de', 'sous'],
    above: ['plus de'],
    from: ['dès'],
    between: [['entre', 'et']],
    orLess: ['ou moins'],
    orMore: ['et plus'],
    around: ['environ'],
    numbers: { trente: 30 },
    money: {},
    not: ['pas'],
    measures: 'personne',
    cheap: 'pas cher',
  },
  age: { before: ['dès'], after: [], units: ['ans'] },
  counts: 'un deux trois',
  gift: 'cadeau cadeaux',
  occasions: 'mariage noël',
  audience: { kids: 'enfant enfants' },
  colours: { blue: 'bleu bleue bleus bleues' },
  size: 'taille',
  materials: { wood: 'bois' },
  endings: ['s'],
  nounEndings: ['s'],
} as unknown as Language
`

const program = (text: string) => `
  import { lexiconOf } from './src/lexicon/testing.ts'
  import { understand } from './src/query/understand.ts'
  const lexicon = await lexiconOf('fr', { titles: ['Clay oil lamp', 'Vase bleu', 'Small knife'] })
  console.log(JSON.stringify(understand(${JSON.stringify(text)}, { lexicon, currency: 'EUR' })))`

test('a language is its three files: nothing else names it', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'search-'))
  await using _ = { [Symbol.asyncDispose]: () => rm(copy, { recursive: true }) }
  await cp(join(service, 'src'), join(copy, 'src'), { recursive: true })
  await cp(join(service, 'package.json'), join(copy, 'package.json'))
  await symlink(join(service, 'node_modules'), join(copy, 'node_modules'))
  await writeFile(join(copy, 'src/lexicon/languages/fr.ts'), french)
  await writeFile(join(copy, 'src/lexicon/languages/fr.test.ts'), 'throw new Error("no language")')
  await writeFile(join(copy, 'src/lexicon/languages/fr.synonyms.txt'), 'lampe, luminaire => lamp\n')
  await writeFile(join(copy, 'src/lexicon/languages/fr.needs.txt'), '')
  const run = async (text: string) => {
    const options = ['--input-type=module-typescript', '--eval', program(text)]
    const { stdout } = await promisify(execFile)(process.execPath, options, { cwd: copy })
    return JSON.parse(stdout)
  }
  const query = await run('luminaires bleues en bois à moins de trente euros pour enfants')
  expect(query).toMatchObject({
    locale: 'fr',
    filters: { maxPriceMinor: 3000 },
    preferences: { audience: ['kids'], colours: { values: ['cobalt', 'navy', 'sky', 'ink'] } },
  })
  expect(query.concepts[0].alternatives.map(({ stems }: { stems: string[] }) => stems)).toContainEqual([
    'lamp',
  ])
  const other = await run('couteau')
  expect(other.concepts[0].alternatives).toContainEqual({ stems: ['knife'], weight: 0.8 })
})
