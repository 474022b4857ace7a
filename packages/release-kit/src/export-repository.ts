import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameSchema } from '@mallhive/release-runtime/descriptor'
import { wordsOf, writeTemplate } from './new/templates.ts'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { packKits } from './export-repository/pack-kits.ts'
import { catalogue, manifestOf, settingsOf } from './export-repository/manifest.ts'

/**
 * Makes a repository of its own for a micro frontend: its sources, and the mall's kits as packed packages beside them.
 * Answers the files. @throws ReleaseError INVALID, EXISTS when the folder holds anything
 */
export async function exportRepository(workspace: string, name: string, dir: string): Promise<string[]> {
  if (!nameSchema.safeParse(name).success)
    throw new ReleaseError('INVALID', `"${name}" is no name: use lower case, digits and single dashes`)
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new ReleaseError('EXISTS', `${dir} is not empty: choose another folder`)
  if (!existsSync(join(workspace, 'packages/mfe-kit')))
    throw new ReleaseError('INVALID', 'the kits are packed from the mall’s own workspace: go there first')

  mkdirSync(join(dir, 'kits'), { recursive: true })
  const kits = await packKits(workspace, join(dir, 'kits'))
  const words = { ...wordsOf(name), router: '#bff/router.ts' }
  const files = [
    ...writeTemplate('web', dir, words),
    ...writeTemplate('bff/src', join(dir, 'bff'), words),
    ...writeTemplate('standalone', dir, words),
  ]
  const made = {
    'package.json': `${JSON.stringify(manifestOf(name, kits, catalogue(workspace)), null, 2)}\n`,
    'pnpm-workspace.yaml': settingsOf(kits),
    '.gitignore': 'node_modules\ndist\n',
  }
  for (const [file, text] of Object.entries(made)) writeFileSync(join(dir, file), text)
  return [...files, ...Object.keys(made).map((file) => join(dir, file))]
}
