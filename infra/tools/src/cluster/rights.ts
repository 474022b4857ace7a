import { type Kubectl } from './kubectl.ts'
import { namespace } from './workloads.ts'

type Right = { who: string[]; may: string; resource: string; in?: string; allowed: boolean }

const part = (name: string) => [`--as=system:serviceaccount:${namespace}:${name}`]

/** What people and machines may and may not do in the cluster. */
const rights: Right[] = [
  { who: part('cart'), may: 'get', resource: 'secrets', allowed: false },
  { who: part('cart'), may: 'create', resource: 'pods', allowed: false },
  { who: part('bff-cart'), may: 'list', resource: 'configmaps', allowed: false },
]

/** Returns where the API server answers otherwise. */
export async function wrongRights(kubectl: Kubectl): Promise<string[]> {
  const answers = await Promise.all(
    rights.map(async (right) => {
      const question = [right.may, right.resource, ...right.who, '-n', right.in ?? namespace]
      const { text } = await kubectl(['auth', 'can-i', ...question])
      const allowed = /^yes$/m.test(text)
      return allowed === right.allowed ? [] : [`${question.join(' ')}: ${allowed ? 'may' : 'may not'}`]
    }),
  )
  return answers.flat()
}
