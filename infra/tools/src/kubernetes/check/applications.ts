import type { Manifest } from '../manifest.ts'
import { type Objects, nameOf } from './objects.ts'

type Application = Manifest & { spec: { project: string; syncPolicy: { syncOptions: string[] } } }
type Project = Manifest & { spec: { clusterResourceWhitelist: { group: string; kind: string }[] } }

/** Returns Applications of projects that do not exist, and those that may not make the namespace they ask for. */
export function applicationErrors({ all, find }: Objects): string[] {
  return all<Application>('Application').flatMap((it) => {
    const { project, syncPolicy } = it.spec
    const found = find<Project>('AppProject', project)
    if (!found) return [`${nameOf(it)}: there is no project ${project}`]
    const mayMake = found.spec.clusterResourceWhitelist.some(({ kind }) => ['Namespace', '*'].includes(kind))
    return syncPolicy.syncOptions.includes('CreateNamespace=true') && !mayMake
      ? [`${nameOf(it)}: its project ${project} does not permit the namespace that it makes`]
      : []
  })
}
