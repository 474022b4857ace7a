import type { Manifest } from '../manifest.ts'
import { type Objects, nameOf } from './objects.ts'

type Application = Manifest & { spec: { project: string; syncPolicy: { syncOptions: string[] } } }
type Project = Manifest & {
  spec: {
    sourceRepos: string[]
    destinations: { namespace: string }[]
    clusterResourceWhitelist: { group: string; kind: string }[]
  }
}

/**
 * Returns projects that take from or reach everything, Applications of projects that do not exist, and those that may not make the
 * namespace they ask for.
 */
export function applicationErrors({ all, find }: Objects): string[] {
  const open = all<Project>('AppProject').flatMap((project) => [
    ...(project.spec.sourceRepos.some((it) => it.includes('*'))
      ? [`${nameOf(project)}: it takes every repository`]
      : []),
    ...(project.spec.destinations.some(({ namespace }) => namespace.includes('*'))
      ? [`${nameOf(project)}: it reaches every namespace`]
      : []),
  ])
  const misplaced = all<Application>('Application').flatMap((it) => {
    const { project, syncPolicy } = it.spec
    const found = find<Project>('AppProject', project)
    if (!found) return [`${nameOf(it)}: there is no project ${project}`]
    const mayMake = found.spec.clusterResourceWhitelist.some(({ kind }) => ['Namespace', '*'].includes(kind))
    return syncPolicy.syncOptions.includes('CreateNamespace=true') && !mayMake
      ? [`${nameOf(it)}: its project ${project} does not permit the namespace that it makes`]
      : []
  })
  return [...open, ...misplaced]
}
