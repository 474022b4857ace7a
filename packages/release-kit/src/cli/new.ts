import { relative, resolve } from 'node:path'
import { teamCandidate } from '../gate/candidate.ts'
import { passGate } from '../gate/pass-gate.ts'
import { newMicroFrontend, settleIn } from '../new.ts'
import { promote } from '@mallhive/release-runtime/promote'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { workspaceRoot } from '../workspace.ts'
import { buildHere } from './build-here.ts'
import { publishBuilt } from './publish-built.ts'
import { defineVerb } from './verb.ts'
import type { VerbInput } from './verb.ts'

type Input = Pick<VerbInput, 'env' | 'signing' | 'by' | 'progress'>

export const create = defineVerb({
  does: 'make a micro frontend with its BFF, a story and tests, and open it in the mall that runs here',
  args: { name: { what: 'name, such as gift-cards' } },
  options: {
    standalone: {
      type: 'string',
      value: 'dir',
      does: 'as a repository of its own in this folder, with the kits packed',
    },
  },
  examples: ['mall new gift-cards', 'mall new gift-cards --standalone ../gift-cards'],
  async run({ args: { name }, options, cwd, ...input }) {
    const workspace = workspaceRoot(cwd)
    if (options.standalone) return standAlone(workspace, name, resolve(cwd, options.standalone), input)
    const { root, files } = newMicroFrontend(workspace, name)
    await input.progress.step('linking its dependencies', () => settleIn(workspace, files))
    const url = (await isOpen(input)) ? await goLive(root, input) : undefined
    const page = `${relative(cwd, root) || '.'}/src/exposes/${name}-page.tsx`
    return {
      lines: [
        `made mfe-${name} and bff/${name}: ${files.length} files`,
        url ? `${name} is live: ${url}` : `no mall is open here: \`npm start\` opens one, with ${name} in it`,
        `next: ./mall dev ${name}, then change ${page}`,
        `      npm run check && npm run vitest -- mfe-${name} bff/${name}`,
        `      raise the version in mfe-${name}/package.json, ./mall publish ${name}`,
      ],
      json: { name, root, files, url },
    }
  },
})

async function standAlone(
  workspace: string,
  name: string,
  dir: string,
  { progress }: Pick<Input, 'progress'>,
) {
  const { exportRepository } = await import('../export-repository.ts')
  const files = await progress.step('packing the kits', () => exportRepository(workspace, name, dir))
  return {
    lines: [
      `made ${dir}: ${files.length} files, and the kits`,
      `next: cd ${dir} && npm install && ./mall help`,
    ],
    json: { name, root: dir, files },
  }
}

async function isOpen({ signing }: Input): Promise<boolean> {
  try {
    await signing()
    return true
  } catch (error) {
    if (error instanceof ReleaseError && error.reason === 'UNREACHABLE') return false
    throw error
  }
}

async function goLive(root: string, { env, signing, by, progress }: Input): Promise<string> {
  const built = await buildHere(progress, { root })
  const { name, version } = built.descriptor
  await passGate(await signing(), teamCandidate(built, root), { origin: env()['PUBLIC_ORIGIN'] })
  await publishBuilt(progress, await signing(), built)
  await promote(await signing(), { name, version, by, why: 'new' })
  return `${env()['PUBLIC_ORIGIN'] ?? ''}/${name}`
}
