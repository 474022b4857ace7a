import { relative, resolve } from 'node:path'
import { teamCandidate } from '../gate/candidate.ts'
import { passGate } from '../gate/pass-gate.ts'
import { newMicroFrontend, settleIn } from '../new.ts'
import { readPointer } from '@mallhive/release-runtime/pointer'
import { promote } from '@mallhive/release-runtime/promote'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { workspaceRoot } from '../workspace.ts'
import { buildHere } from './build-here.ts'
import { publishBuilt } from './publish-built.ts'
import { servedLine, waitUntilServed } from './served.ts'
import type { Served } from './served.ts'
import { defineVerb } from './verb.ts'
import type { VerbInput } from './verb.ts'

type Input = Pick<VerbInput, 'env' | 'signing' | 'by' | 'progress'>

export const create = defineVerb({
  does: 'make a micro frontend with its BFF, a story and tests, and release it into the running mall',
  args: { name: { what: 'name, such as gift-cards' } },
  options: {
    standalone: {
      type: 'string',
      value: 'dir',
      does: 'as a separate repository in this folder, with the kits packed',
    },
  },
  examples: ['mall new gift-cards', 'mall new gift-cards --standalone ../gift-cards'],
  async run({ args: { name }, options, cwd, ...input }) {
    const workspace = workspaceRoot(cwd)
    if (options.standalone) return standAlone(workspace, name, resolve(cwd, options.standalone), input)
    const isOpen = await refuseRetired(name, input)
    const { root, files } = newMicroFrontend(workspace, name)
    await input.progress.step('linking its dependencies', () => settleIn(workspace, files))
    const opened = isOpen ? await goLive(root, input) : undefined
    const url = opened?.url
    const page = `${relative(cwd, root) || '.'}/src/exposes/${name}-page.tsx`
    return {
      lines: [
        `made mfe-${name} and bff/${name}: ${files.length} files`,
        opened?.line ?? `no mall is open here: \`npm start\` opens one, with ${name} in it`,
        `next: ./mall dev ${name}, then change ${page}`,
        `      npm run check && npm run vitest -- mfe-${name} bff/${name}`,
        `      raise the version in mfe-${name}/package.json, ./mall publish ${name}`,
      ],
      json: { name, root, files, url, ...opened?.served },
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

/**
 * Whether a mall runs here.
 * @throws ReleaseError EXISTS for the name of a retired micro frontend, whose old links would lead to the new one
 */
async function refuseRetired(name: string, { signing }: Input): Promise<boolean> {
  try {
    const pointer = await readPointer(await signing(), name)
    if (!pointer?.retired) return true
    const [last] = pointer.history
    throw new ReleaseError(
      'EXISTS',
      `${name} was retired by ${last?.by} at ${last?.at}: choose another name, or bring it back with \`mall rollback ${name}\``,
    )
  } catch (error) {
    if (error instanceof ReleaseError && error.reason === 'UNREACHABLE') return false
    throw error
  }
}

async function goLive(
  root: string,
  { env, signing, by, progress }: Input,
): Promise<{ url: string; line: string; served: Served }> {
  const built = await buildHere(progress, { root })
  const { name, version } = built.descriptor
  const origin = env()['PUBLIC_ORIGIN']
  await passGate(await signing(), teamCandidate(built, root), { origin })
  await publishBuilt(progress, await signing(), built)
  await promote(await signing(), { name, version, by, why: 'new' })
  const served = await waitUntilServed(origin, { name, version })
  const url = `${origin ?? ''}/${name}`
  return { url, line: `${servedLine(name, served)}${served.served ? `: ${url}` : ''}`, served }
}
