import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameSchema } from '@mallhive/release-runtime/descriptor'
import { wordsOf, writeTemplate } from './new/templates.ts'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { packKits } from './export-repository/pack-kits.ts'
import { manifestOf } from './export-repository/manifest.ts'

/**
 * Creates a stand-alone repository for a micro frontend: its sources, and the mall's kits as packed packages. Returns
 * the paths of the files.
 * @throws ReleaseError INVALID; EXISTS when the folder is not empty
 */
export async function exportRepository(workspace: string, name: string, dir: string): Promise<string[]> {
  if (!nameSchema.safeParse(name).success)
    throw new ReleaseError(
      'INVALID',
      `"${name}" is not a valid name: use lower case, digits and single dashes, each followed by a letter`,
    )
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
    'package.json': `${JSON.stringify(manifestOf(name, kits, workspace), null, 2)}\n`,
    '.gitignore': 'node_modules\ndist\n',
    mall: launcher,
  }
  for (const [file, text] of Object.entries(made)) writeFileSync(join(dir, file), text)
  chmodSync(join(dir, 'mall'), 0o755)
  const comment = join(dir, '.github/comment-preview.sh')
  copyFileSync(join(workspace, 'infra/pipelines/comment-preview.sh'), comment)
  return [...files, ...Object.keys(made).map((file) => join(dir, file)), comment]
}

const launcher = `#!/bin/sh
# The mall's command line, with the Node that \`npm install\` brought: ./mall help
exec npx --no -- mall "$@"
`
