import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import { kubernetesMistakes } from '../mistakes/kubernetes.ts'
import type { Mistake } from '../mistakes/mistake.ts'
import { rootDir } from '../paths.ts'
import type { Kubectl } from './kubectl.ts'
import { apply, manifestsIn } from './manifests.ts'

/** Returns the planted mistakes that the API server lets in, or refuses for another reason. Nothing is stored. */
export async function acceptedMistakes(kubectl: Kubectl, program: string): Promise<string[]> {
  const failures: string[] = []
  for (const mistake of kubernetesMistakes) {
    const said = (await apply(kubectl, planted(mistake, program), ['--dry-run=server'])).join(' ')
    if (!said) failures.push(`${mistake.name} is let in`)
    else if (!mistake.reason.test(said))
      failures.push(`${mistake.name} is refused for another reason: ${said}`)
  }
  return failures
}

/** Returns the manifests in production of the workload whose file has the mistake. */
function planted({ patch: { file, find, replace } }: Mistake, program: string) {
  const copy = mkdtempSync(join(tmpdir(), 'mallhive-mistake-'))
  try {
    cpSync(join(rootDir, 'infra/kubernetes'), join(copy, 'infra/kubernetes'), { recursive: true })
    const path = join(copy, file)
    const text = readFileSync(path, 'utf8')
    if (!text.includes(find)) throw new Error(`${file} does not contain ${find}`)
    writeFileSync(path, text.replace(find, replace))
    const workload = basename(dirname(file))
    return manifestsIn(join(copy, 'infra/kubernetes/overlays/production', workload), program)
  } finally {
    rmSync(copy, { recursive: true })
  }
}
