import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { PreviewAddress } from '@mallhive/release-runtime/preview/preview-address'
import type { LiveMall } from '../live-mall.ts'
import { CannotCheck } from '../refusal.ts'
import { look, openBrowser } from './look.ts'
import type { Look } from './look.ts'
import type { SmokeResult } from './result.ts'
import { samplePaths } from './sample-paths.ts'

/**
 * Opens a published release in a browser, by a pin, on the preview host of a running mall. Problems that also occur
 * without the pin do not count.
 * @throws CannotCheck without a browser, a path, or a page that shows the release
 */
export async function smokeTest(
  release: Descriptor,
  mall: LiveMall,
  origin: string,
  preview: PreviewAddress,
): Promise<SmokeResult> {
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
      const url = new URL(path, preview.origin)
      const seen = await look(browser, url, { name, version, pin, pass: preview.pass })
      if (seen.problems.length === 0) return { path, shown: seen.shown, problems: [] }
      const without = await look(browser, url, { name, version, pass: preview.pass })
      const before = new Set(without.problems.map(withoutVersion))
      const own = seen.problems.filter((problem) => !before.has(withoutVersion(problem)))
      return { path, shown: seen.shown, problems: [...new Set(own)] }
    }),
  )
  return resultOf(pin, looks)
}

/**
 * Combines the results of all paths. Problems count even where the page did not show the release: a page that answers
 * 500 shows none.
 * @throws CannotCheck when there are none and no page showed the release
 */
export function resultOf(pin: string, looks: (Look & { path: string })[]): SmokeResult {
  const paths = looks.map(({ path }) => path)
  const problems = looks.flatMap((it) => it.problems.map((problem) => ({ path: it.path, problem })))
  if (problems.length === 0 && !looks.some(({ shown }) => shown))
    throw new CannotCheck(`the mall shows ${pin} on none of ${paths.join(', ')}`)
  return { at: new Date().toISOString(), paths, problems }
}

/** Removes class suffixes and versions, which differ between releases with the same problem. */
const withoutVersion = (problem: string) => problem.replaceAll(/_[\w-]{6}\b|\d+\.\d+\.\d+[\w.-]*/g, '')
