import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { parseDocument } from 'yaml'

import { infraDir } from '../paths.ts'

/** Writes the public keys of an environment's parts into its ConfigMap; those of people, who keep theirs, stay. */
export function writePublicKeys(environment: string, keys: object[]): void {
  const file = join(infraDir, `kubernetes/overlays/${environment}/mall/public-keys.yaml`)
  const config = parseDocument(readFileSync(file, 'utf8'))
  const known = JSON.parse(String(config.getIn(['data', 'PART_KEYS']))) as { keys: { kid: string }[] }
  const ofPeople = known.keys.filter(({ kid }) => kid.startsWith('release-tools:'))
  const lines = [...keys, ...ofPeople].map((key) => `    ${JSON.stringify(key)}`)
  config.setIn(['data', 'PART_KEYS'], `{\n  "keys": [\n${lines.join(',\n')}\n  ]\n}\n`)
  writeFileSync(file, config.toString({ lineWidth: 0 }))
}
