import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { cacheDir, rootDir } from '../paths.ts'
import { inherited } from './environment.ts'
import { inputHash } from './input-hash.ts'
import { withLock } from './lock.ts'
import type { Report } from './report.ts'
import { runToEnd } from './run-to-end.ts'

const shell = join(rootDir, 'shell')
const stamp = join(shell, '.next/mallhive-inputs')

/** The shell's own build, unless its inputs are those of the build that is there. */
export async function buildShell(report: Report): Promise<void> {
  await withLock(join(cacheDir, 'shell-build.lock'), async () => {
    const inputs = inputHash(['shell', 'packages/mfe-kit', 'packages/design-system', 'packages/release-kit'])
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return
    await report.step('Built the shell', (how) =>
      runToEnd(
        {
          name: 'Building the shell',
          command: process.execPath,
          args: ['--run', 'build'],
          cwd: shell,
          env: {
            ...inherited(),
            NODE_ENV: 'production',
            NEXT_TELEMETRY_DISABLED: '1',
            BFF_URL: 'http://127.0.0.1',
          },
        },
        (line) => line.trim() && how(line.trim().slice(0, 60)),
      ),
    )
    writeFileSync(stamp, inputs)
  })
}
