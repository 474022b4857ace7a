import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { rootDir } from '../paths.ts'

const repository = 'https://github.com/mallhive/mallhive'

/** Returns how a role's image came to be, as the predicate of SLSA provenance 1.0 (https://slsa.dev/spec/v1.0/provenance). */
export function provenance(name: string, env: NodeJS.ProcessEnv = process.env): object {
  const source = env['GITHUB_REPOSITORY'] ? `https://github.com/${env['GITHUB_REPOSITORY']}` : repository
  const builder = env['BUILDER_ID'] ?? `${source}/.github/workflows/images.yml`
  return {
    buildDefinition: {
      buildType: `${repository}/infra/docker`,
      externalParameters: { role: name, ref: env['GITHUB_REF'] ?? 'refs/heads/main' },
      resolvedDependencies: [
        { uri: `git+${source}`, digest: { gitCommit: head() } },
        ...['pnpm-lock.yaml', 'infra/local/toolchain.json'].map((file) => ({
          uri: `git+${source}#${file}`,
          digest: {
            sha256: createHash('sha256')
              .update(readFileSync(join(rootDir, file)))
              .digest('hex'),
          },
        })),
      ],
    },
    runDetails: {
      builder: { id: builder },
      metadata: {
        ...(env['GITHUB_RUN_ID'] && { invocationId: `${source}/actions/runs/${env['GITHUB_RUN_ID']}` }),
      },
    },
  }
}

const head = (): string =>
  execFileSync('git', ['rev-parse', 'HEAD'], { cwd: rootDir, encoding: 'utf8' }).trim()
