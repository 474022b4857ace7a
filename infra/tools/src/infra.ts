import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { holds, restoreDrill } from '@mallhive/infra-local/restore/restore-drill'
import { evaluateRanking } from '@mallhive/infra-mlops/evaluate-ranking'

import { environments } from '../../environments.ts'
import { document, table } from './capacity/document.ts'
import { check } from './check.ts'
import { writeGenerated } from './generate.ts'
import { type ImageName, imageNames, makeContext } from './images/make-context.ts'
import { roles } from './images/roles.ts'
import { changed } from './pipelines/changed.ts'
import { rootDir } from './paths.ts'
import { rehearse } from './rehearse/rehearse.ts'
import { firstSecretsVerb, searchAdministratorVerb, searchUserVerb } from './secrets/verb.ts'
import { planRules } from './terraform/plan-rules.ts'

const help = `npm run infra -- <verb>

  generate              write what infra/mall.ts and infra/edge/routes.json make: see infra/README.md
  check [NAME…]         check everything that this machine's tools allow, or the checks of these names
        [--strict]      fail where a tool is absent
  cluster               apply every environment to a real control plane and ask it what the manifests are to achieve
  image-context NAME    make what an image is built from, and print its folder, bill of materials and provenance
  images                print the names of all images, as JSON
  changed BASE          print what a change since a commit rebuilds, as JSON
  plan-rules ENV FILE   print what a plan of an environment, as JSON, breaks of the rules
  first-secrets ENV     fill the secrets of an environment, given the output of Terraform; print the SQL of its roles
  search-user ENV       print what curl is to send from a pod, so that OpenSearch knows the service's user and its role
  search-administrator ENV
                        replace the password of OpenSearch's administrator
  capacity              print what the mall needs and costs at three sizes: docs/operating/capacity.md
  evaluate-ranking FILE [BASELINE]
                        write how well search ranks here; fail where it is not better than the baseline, written by another checkout
  restore-drill         back a mall up while shoppers buy, delete it, restore it and buy in it
  rehearse              release the mall on it from a commit, and take it back`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { strict: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})
const [verb, ...names] = positionals

const ofEnvironment = ['plan-rules', 'first-secrets', 'search-user', 'search-administrator']
const verbs: Record<string, () => number | Promise<number>> = {
  generate: () => {
    writeGenerated()
    writeFileSync(join(rootDir, 'docs/operating/capacity.md'), document())
    return 0
  },
  check: () => check(names, values.strict),
  cluster: () => check(['cluster'], values.strict),
  rehearse,
  'image-context': imageContext,
  'plan-rules': () => planRules(names[0] ?? '', names[1] ?? ''),
  'first-secrets': () => firstSecretsVerb(names[0] ?? ''),
  'search-user': () => searchUserVerb(names[0] ?? ''),
  'search-administrator': () => searchAdministratorVerb(names[0] ?? ''),
  capacity: () => {
    console.log(table())
    return 0
  },
  'evaluate-ranking': () => evaluateRanking(names[0], names[1]),
  'restore-drill': async () => {
    const drill = await restoreDrill()
    console.log(JSON.stringify(drill))
    return holds(drill) ? 0 : 1
  },
  images: () => {
    console.log(JSON.stringify(Object.keys(roles)))
    return 0
  },
  changed: () => {
    console.log(JSON.stringify(changed(names[0] ?? 'origin/main')))
    return 0
  },
}

// What a verb has started is ended by handlers of 'exit'.
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))

const run = values.help ? undefined : verbs[verb ?? '']
const misused = run && misuse()
if (misused) console.error(misused)
else if (!run) console.log(help)
process.exitCode = run && !misused ? await run() : values.help ? 0 : 2

/** Says what is wrong with the words after a verb. */
function misuse(): string | undefined {
  const [name = ''] = names
  const known: Record<string, string[]> = {
    ...Object.fromEntries(ofEnvironment.map((it) => [it, Object.keys(environments)])),
    'image-context': [...imageNames],
  }
  const choice = known[verb ?? '']
  if (choice && !choice.includes(name)) return `${verb}: "${name}" is none of ${choice.join(', ')}`
  if (verb === 'plan-rules' && !existsSync(names[1] ?? '')) return `${verb}: there is no file "${names[1]}"`
  return undefined
}

async function imageContext(): Promise<number> {
  const name = imageNames.find((each) => each === names[0])
  if (!name) return 2
  const { dir, bom, provenance } = await makeContext(name satisfies ImageName)
  console.log([dir, bom, provenance].join('\n'))
  return 0
}
