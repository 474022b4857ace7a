import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { parseAllDocuments } from 'yaml'

import { type EnvironmentName, environments } from '../../../../environments.ts'
import { definitions } from '../../cluster/definitions.ts'
import type { Outcome } from '../../outcome.ts'
import { infraDir } from '../../paths.ts'
import { onPath } from '../../tools.ts'
import type { Manifest } from '../manifest.ts'
import { refusals } from '../policies/refusals.ts'
import { crossFieldErrors } from './cross-fields.ts'
import { openValidator } from './validator.ts'

/** Renders every environment, and looks at what came out: its fields, what must fit between objects, the admission policies. */
export function checkManifests(): Outcome {
  const render = renderer()
  if (!render)
    return { notRun: ['manifests: kubectl or kustomize on the PATH (kubernetes.io) renders the overlays'] }
  const folder = definitions()
  const validate = folder && openValidator(folder)
  const notRun = validate
    ? []
    : ['manifests: schemas: Go with a module proxy, or a folder of them named by MALLHIVE_SCHEMAS']
  const found = (Object.keys(environments) as EnvironmentName[]).map((environment) => {
    const overlay = render(`kubernetes/overlays/${environment}`)
    const mesh = render('mesh')
    const others = ['policies', `argocd/environments/${environment}`].flatMap(render)
    const manifests = [...overlay, ...mesh, ...others]
    // Operators make the pods that these Services select.
    const watching = [`observability/overlays/${environment}`, `kubernetes/nodes/${environment}`].flatMap(
      render,
    )
    const inEnvironment = (line: string) => `${environment}: ${line}`
    return {
      manifests: manifests.length + watching.length,
      schemaErrors: validate ? [...manifests, ...watching].flatMap(validate).map(inEnvironment) : [],
      crossFieldErrors: crossFieldErrors(manifests).map(inEnvironment),
      refused: overlay.flatMap((object) =>
        refusals(object).map((line) => inEnvironment(`${object.kind}/${object.metadata.name}: ${line}`)),
      ),
    }
  })
  const of = (name: 'schemaErrors' | 'crossFieldErrors' | 'refused') => found.flatMap((it) => it[name])
  return {
    counts: {
      manifests: found.reduce((total, it) => total + it.manifests, 0),
      schemaErrors: of('schemaErrors').length,
      crossFieldErrors: of('crossFieldErrors').length,
    },
    failures: [...of('schemaErrors'), ...of('crossFieldErrors'), ...of('refused')],
    notRun,
  }
}

/** Returns what renders a folder below infra/; undefined where no tool does. */
function renderer(): ((folder: string) => Manifest[]) | undefined {
  const [kubectl, kustomize] = [onPath('kubectl'), onPath('kustomize')]
  const command = kubectl ? [kubectl, 'kustomize'] : kustomize ? [kustomize, 'build'] : undefined
  if (!command) return undefined
  const [program = '', verb = ''] = command
  return (folder) => {
    const { status, stdout, stderr } = spawnSync(program, [verb, join(infraDir, folder)], {
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    })
    if (status !== 0) throw new Error(`${folder} cannot be rendered: ${stderr}`)
    return parseAllDocuments(stdout).map((document) => document.toJS() as Manifest)
  }
}
