import { teamCandidate } from '../gate/candidate.ts'
import { checkRelease } from '../gate/check-release.ts'
import { notChecked, refusedRelease } from '../gate/pass-gate.ts'
import { readLiveMall } from '../gate/read-live-mall.ts'
import { microFrontendRoot } from '../workspace.ts'
import { here } from './args.ts'
import { buildHere } from './build-here.ts'
import { gateOptions } from './gate-options.ts'
import { defineVerb } from './verb.ts'

export const check = defineVerb({
  does: 'build a release and check its types and that it breaks no live release',
  args: { mfe: here },
  options: {
    version: { type: 'string', value: 'v', does: 'instead of the one in package.json' },
    first: gateOptions.first,
  },
  examples: ['mall check cart', 'mall check --json'],
  async run({ args, options, cwd, env, store, progress }) {
    const root = microFrontendRoot(cwd, args.mfe)
    const built = await buildHere(progress, { root, version: options.version })
    const { name, version } = built.descriptor
    const mall = await readLiveMall(await store(), { origin: env()['PUBLIC_ORIGIN'], first: options.first })
    const { refused, skipped } = await checkRelease(teamCandidate(built, root), mall)
    if (refused.length > 0) throw refusedRelease(built.descriptor, refused, { isPublished: false })
    return {
      lines: [`${name} ${version} breaks no live release`, ...notChecked(skipped)],
      json: { name, version, refused, skipped },
    }
  },
})
