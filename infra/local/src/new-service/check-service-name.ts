import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { nameSchema } from '@mallhive/release-runtime/descriptor'
import { ReleaseError } from '@mallhive/release-runtime/release-error'

import { mall } from '../../../mall.ts'
import { schemas } from '../mall/part-env.ts'
import { contractsPackage, urlVariable } from './words.ts'

const longest = 40

/** Names of the database itself, of its own roles and schemas, and of folders beside those of services. */
const reserved = ['host', 'information-schema', 'mall', 'mallhive', 'none', 'postgres', 'public', 'services']

/** Words that no module may use as a name; the template names the service's schema so. */
const keywords =
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected return static super switch this throw true try typeof var void while with yield'.split(
    ' ',
  )

/** @throws ReleaseError INVALID for a malformed or reserved name, EXISTS for one that is taken */
export function checkServiceName(root: string, name: string): void {
  if (!nameSchema.safeParse(name).success || name.length > longest)
    throw new ReleaseError(
      'INVALID',
      `"${name}" is not a valid name: use lower case, digits and single dashes, each followed by a letter, at most ${longest} characters`,
    )
  // The migrations of each service have a schema of their own.
  if ([...reserved, ...keywords].includes(name) || name.startsWith('pg-') || name.endsWith('-migrations'))
    throw new ReleaseError('INVALID', `"${name}" is a reserved name: choose another`)
  if (name in mall || existsSync(join(root, 'services', name, 'package.json')))
    throw new ReleaseError('EXISTS', `${name} is a part of the mall already: choose another name`)
  if (existsSync(join(root, `mfe-${name}`)))
    throw new ReleaseError('EXISTS', `${name} is a micro frontend: choose another name`)
  if (isContract(root, name))
    throw new ReleaseError(
      'EXISTS',
      `packages/contracts has a module or package ${name}: choose another name`,
    )
  if (Object.values(schemas).some(({ shape }) => urlVariable(name) in shape))
    throw new ReleaseError(
      'EXISTS',
      `${urlVariable(name)} is a variable of another meaning: choose another name`,
    )
}

function isContract(root: string, name: string): boolean {
  const contracts = join(root, 'packages/contracts')
  return (
    existsSync(join(contracts, 'src', `${name}.ts`)) ||
    existsSync(join(contracts, 'proto/mallhive', contractsPackage(name)))
  )
}
