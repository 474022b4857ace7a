import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workspaceRoot } from '../workspace.ts'
import type { Verb } from './verb.ts'

/** Returns the further verbs of a workspace: those of the module that `mall.verbs` in its root's package.json names. */
export async function workspaceVerbs(cwd: string): Promise<Record<string, Verb>> {
  const root = workspaceRoot(cwd)
  const manifest = join(root, 'package.json')
  if (!existsSync(manifest)) return {}
  const { mall }: { mall?: { verbs?: string } } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (!mall?.verbs) return {}
  const { verbs }: { verbs: Record<string, Verb> } = await import(join(root, mall.verbs))
  return verbs
}
