import { relative } from 'node:path'
import { microFrontendRoot } from '../workspace.ts'
import { here } from './args.ts'
import { buildHere } from './build-here.ts'
import { defineVerb } from './verb.ts'

export const build = defineVerb({
  does: 'build browser, server and BFF bundle into dist/<version>',
  args: { mfe: here },
  options: { version: { type: 'string', value: 'v', does: 'instead of the one in package.json' } },
  examples: ['mall build cart', 'mall build cart --version 1.5.0'],
  async run({ args, options, cwd, progress }) {
    const root = microFrontendRoot(cwd, args.mfe)
    const { dir, descriptor } = await buildHere(progress, { root, version: options.version })
    const { name, version, integrity } = descriptor
    const files = Object.keys(integrity).length
    return {
      lines: [`built ${name} ${version}: ${files} files in ${relative(cwd, dir)}`],
      json: { name, version, dir, files },
    }
  },
})
