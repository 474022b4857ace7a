import { teamCandidate } from '../gate/candidate.ts'
import { notChecked, passGate } from '../gate/pass-gate.ts'
import { smokePublished } from '../gate/smoke-published.ts'
import { previewAddress, previewUrl } from '@mallhive/release-runtime/preview/preview-address'
import { microFrontendRoot } from '../workspace.ts'
import { here } from './args.ts'
import { buildHere } from './build-here.ts'
import { gateOptions } from './gate-options.ts'
import { publishBuilt } from './publish-built.ts'
import { defineVerb } from './verb.ts'

export const publish = defineVerb({
  does: 'build and upload a release; nothing changes for shoppers yet',
  args: { mfe: here },
  options: {
    version: { type: 'string', value: 'v', does: 'instead of the one in package.json' },
    ...gateOptions,
    'no-smoke': { type: 'boolean', does: 'skip the smoke test in a browser; promote reports that' },
  },
  examples: [
    'mall publish cart',
    'mall publish cart --version 1.5.0 --json',
    'mall publish cart --override "the shelf is empty until Monday"',
  ],
  async run({ args, options, cwd, env, signing, progress }) {
    const root = microFrontendRoot(cwd, args.mfe)
    const built = await buildHere(progress, { root, version: options.version })
    const { name, version } = built.descriptor
    const releases = await signing()
    const gate = { origin: env()['PUBLIC_ORIGIN'], override: options.override, first: options.first }
    const { overrode, skipped } = await passGate(releases, teamCandidate(built, root), gate)
    const { created } = await publishBuilt(progress, releases, built)
    const pin = `${name}@${version}`
    const preview = await previewAddress(env(), pin, async () => releases.signer)
    if (!options['no-smoke'])
      skipped.push(
        ...(await progress.step('checking it in a browser', () =>
          smokePublished(releases, built.descriptor, gate.origin, preview),
        )),
      )
    const url = preview && previewUrl(preview, built.descriptor.routes, pin)
    const line = created
      ? `published ${name} ${version}`
      : `${name} ${version} was already published, byte for byte`
    return {
      lines: [
        `${line}. To make it live: ./mall promote ${name} ${version}`,
        ...(url ? [`see it: ${url}`] : []),
        ...(overrode ? [`overridden: ${overrode.join(', ')}. Promoting it asks again`] : []),
        ...notChecked(skipped),
      ],
      json: { name, version, created, url, overrode, skipped },
    }
  },
})
