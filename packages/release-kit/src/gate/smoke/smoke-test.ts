import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { LiveMall } from '../live-mall.ts'
import { CannotCheck } from '../refusal.ts'
import { look, openBrowser } from './look.ts'
import type { SmokeResult } from './result.ts'
import { samplePaths } from './sample-paths.ts'

/**
 * Looks at a published release in a browser, by a pin, on a running mall. What is just as wrong without it is not its doing.
 * @throws CannotCheck where there is no browser, no path, or no page that shows the release
 */
export async function smokeTest(release: Descriptor, mall: LiveMall, origin: string): Promise<SmokeResult> {
  const paths = await samplePaths(release, mall, origin)
  if (paths.length === 0)
    throw new CannotCheck(
      'no path is known on which it could be seen: name some as `smoke` in mall.config.ts',
    )
  await using browser = await openBrowser()
  const { name, version } = release
  const pin = `${name}@${version}`
  const looks = await Promise.all(
    paths.map(async (path) => {
      const url = new URL(path, origin)
      const seen = await look(browser, url, { name, version, pin })
      if (seen.problems.length === 0) return { shown: seen.shown, own: [] }
      const without = await look(browser, url, { name, version })
      const before = new Set(without.problems.map(withoutVersion))
      const own = seen.problems.filter((problem) => !before.has(withoutVersion(problem)))
      return { shown: seen.shown, own: [...new Set(own)].map((problem) => ({ path, problem })) }
    }),
  )
  const shown = looks.some((it) => it.shown)
  if (!shown) throw new CannotCheck(`the mall shows ${pin} on none of ${paths.join(', ')}`)
  return { at: new Date().toISOString(), paths, problems: looks.flatMap(({ own }) => own) }
}

/** Class names and addresses differ from one release to the next where nothing else does. */
const withoutVersion = (problem: string) => problem.replaceAll(/_[\w-]{6}\b|\d+\.\d+\.\d+[\w.-]*/g, '')
