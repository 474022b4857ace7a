import { resolve } from 'node:path'

import { defineVerb } from '@mallhive/release-kit/cli/verb'

export const newService = defineVerb({
  does: 'make a service with a table, an RPC and tests, and start it in the mall that runs here',
  args: { name: { what: 'name, such as reviews' } },
  options: {},
  examples: ['mall new-service reviews'],
  async run({ args: { name }, cwd, progress }) {
    const { defaultStateDir, rootDir } = await import('../paths.ts')
    const { checkServiceName } = await import('../new-service/check-service-name.ts')
    const { generate, writeService } = await import('../new-service/write-service.ts')
    const { joinMall } = await import('../new-service/join-mall.ts')
    checkServiceName(rootDir, name)
    const files = writeService(rootDir, name)
    await progress.step('generating code, migration and documents', () => generate(rootDir, name, files))
    const { MALL_STATE } = process.env
    const stateDir = MALL_STATE ? resolve(cwd, MALL_STATE) : defaultStateDir
    const url = await progress.step('starting it', () => joinMall(stateDir, name))
    return {
      lines: [
        `made services/${name} and its contract: ${files.length} files, and its lines in the lists`,
        url
          ? `${name} runs in the mall: ${url}/healthz`
          : 'no mall is open here: `npm start` opens one, with it',
        `next: change services/${name}/src/schema.ts, src/rpc/add-entry.ts and the contract (docs/recipes.md)`,
        `      npm run check && npm run vitest -- services/${name} infra/local/src/mall infra/local/src/access`,
      ],
      json: { name, files, url },
    }
  },
})
