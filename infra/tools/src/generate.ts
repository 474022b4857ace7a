import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Generated } from './generated.ts'
import { apps } from './kubernetes/apps.ts'
import { argocd } from './kubernetes/argocd/applications.ts'
import { canaries } from './kubernetes/canary.ts'
import { mesh } from './kubernetes/mesh.ts'
import { admission } from './kubernetes/policies/admission.ts'
import { signatures } from './kubernetes/policies/signatures.ts'
import { nodes } from './kubernetes/nodes.ts'
import { overlays } from './kubernetes/overlays.ts'
import { targetGroups } from './kubernetes/target-groups.ts'
import { observability } from './observability/generate.ts'
import { infraDir } from './paths.ts'
import { terraformVariables } from './terraform/mall-json.ts'
import { rankingPipelineJson } from './terraform/ranking-pipeline.ts'

/** Every generator. */
const generators: (() => Generated)[] = [
  terraformVariables,
  rankingPipelineJson,
  apps,
  canaries,
  overlays,
  nodes,
  targetGroups,
  mesh,
  admission,
  signatures,
  observability,
  argocd,
]

/** Writes all generated files and deletes those that no generator makes any more. */
export function writeGenerated(): void {
  for (const path of superfluous()) rmSync(join(infraDir, path))
  for (const [path, text] of Object.entries(generated())) {
    mkdirSync(dirname(join(infraDir, path)), { recursive: true })
    writeFileSync(join(infraDir, path), text)
  }
}

/** Returns the paths of committed files that differ from what the generators make, and of those that they do not make. */
export function differing(): string[] {
  const differs = Object.entries(generated()).filter(([path, text]) => readText(path) !== text)
  return [...differs.map(([path]) => path), ...superfluous()]
}

function generated(): Record<string, string> {
  return Object.assign({}, ...generators.map((make) => make().files))
}

function superfluous(): string[] {
  const made = generated()
  const owned = generators.flatMap((make) => make().owns)
  return globSync(owned, { cwd: infraDir, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(infraDir.length + 1))
    .filter((path) => !(path in made))
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(join(infraDir, path), 'utf8')
  } catch {
    return undefined
  }
}
