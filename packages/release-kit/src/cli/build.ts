import { relative } from 'node:path'
import { buildRelease } from '../build.ts'
import { microFrontendRoot } from '../workspace.ts'
import type { Verb } from './verb.ts'

export const build: Verb = {
  usage: 'build [<mfe>] [--version <v>]',
  does: 'build browser, server and BFF bundle into dist/<version>',
  async run({ args, options, cwd }) {
    const root = microFrontendRoot(cwd, args[0])
    const { dir, descriptor } = await buildRelease({ root, version: options.version })
    const { name, version, integrity } = descriptor
    const files = Object.keys(integrity).length
    return {
      lines: [`built ${name} ${version}: ${files} files in ${relative(cwd, dir)}`],
      json: { name, version, dir, files },
    }
  },
}
