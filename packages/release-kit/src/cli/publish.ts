import { buildRelease } from '../build.ts'
import { publish as publishRelease } from '../publish.ts'
import { microFrontendRoot } from '../workspace.ts'
import type { Verb } from './verb.ts'

export const publish: Verb = {
  usage: 'publish [<mfe>] [--version <v>]',
  does: 'build and upload a release; nothing changes for shoppers yet',
  async run({ args, options, cwd, store }) {
    const root = microFrontendRoot(cwd, args[0])
    const built = await buildRelease({ root, version: options.version })
    const { name, version } = built.descriptor
    const { created } = await publishRelease(store(), built)
    const line = created
      ? `published ${name} ${version}`
      : `${name} ${version} was already published, byte for byte`
    return {
      lines: [`${line}. To make it live: pnpm mall promote ${name} ${version}`],
      json: { name, version, created },
    }
  },
}
