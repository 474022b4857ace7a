import { eventually } from '../cluster/eventually.ts'
import { namespace } from '../cluster/workloads.ts'
import type { RehearsedMall } from './open-mall.ts'
import type { StepOutcome } from './step-outcome.ts'

const list = 'kubernetes/apps/catalog/kustomization.yaml'

/** A commit takes one manifest from the list; its revert brings it back. */
export async function prune({ kubectl, commit, revert, settled }: RehearsedMall): Promise<StepOutcome> {
  const isThere = async () => (await kubectl(['get', 'servicemonitor/catalog', '-n', namespace])).ok
  const failures: string[] = []
  await settled(
    await commit('catalog: is measured no more', ({ read, write }) =>
      write(list, read(list).replace('  - monitor.yaml\n', '')),
    ),
  )
  if (!(await eventually(30, async () => !(await isThere()))))
    failures.push('the removed ServiceMonitor stays')
  await settled(await revert())
  if (!(await eventually(30, isThere))) failures.push('the ServiceMonitor does not come back')
  return { counts: {}, failures }
}
