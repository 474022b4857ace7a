import { readCookie } from '@mallhive/contracts/cookies'
import { announcedRelease } from '@mallhive/release-runtime/announced-release'
import { openRegistry } from '@mallhive/release-runtime/registry'
import { trustedStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'
import { previewsOf } from '@mallhive/release-runtime/preview/settings'
import { visitorReader } from '@mallhive/release-runtime/preview/visitor'
import { ofPage } from './render/evict-faulty.ts'
import { bffUrls } from '../calls/bff-client.ts'
import { askBundles, joinProblems, kindOf, problemsOf } from './bundle-problems.ts'
import type { BundleProblems } from './bundle-problems.ts'
import { log } from './log.ts'
import { devPort } from './pins/parse-pins.ts'
import { PinRefused } from './pins/pin-refused.ts'
import type { Releases } from './releases.ts'
import type { ShellProcess } from './shell-process.ts'

/** Opens a registry that follows the live pointers in the bucket of the environment. */
export async function openReleases({ config, renders, shared }: ShellProcess): Promise<Releases> {
  const devServers = config.DEV_PINS === 'on'
  const trusted = trustedStoreFromEnv(process.env, { timeoutMs: 2000, attempts: 1 })
  const visitor = visitorReader({
    publicOrigin: config.PUBLIC_ORIGIN,
    previews: previewsOf(config),
    trust: trusted.trust,
    readPassCookie: (header, origin) => readCookie(header, 'mall_pass', origin),
  })

  const registry = await openRegistry<true>({
    ...trusted,
    kind: 'ssr',
    intervalMs: config.RELEASES_POLL_MS,
    devServers,
    graceMs: config.RELEASE_GRACE_MS,
    retentionMs: config.RELEASE_RETENTION_MS,
    withoutCode: true,
    // A release's code is loaded when all render processes have executed it.
    run: async ({ release, filename, code }) => {
      await renders.open(release, filename, code)
      return true as const
    },
    onEvict: ({ id }) => renders.close(id),
    onProblem: ({ message, ...release }) => log('error', 'release is refused', { ...release, why: message }),
  })

  let bundles: BundleProblems = { live: [], faults: [], suspended: [] }
  const answers = new Map<string, BundleProblems>()
  /** Versions whose BFF is out of service; they are assigned to no document. */
  async function followBundles(url: string): Promise<void> {
    const answer = await askBundles(url)
    answers.set(url, answer)
    bundles = joinProblems([...answers.values()])
    shared.learn(answer.bundles)
    const known = registry.status().suspended
    for (const { name, version, why, until } of answer.suspended) {
      if (known.some((it) => it.name === name && it.version === version)) continue
      log('error', 'a release is out of service', { name, version, why })
      void registry.suspend(name, version, kindOf(why), until - Date.now())
    }
  }
  // While a BFF host does not answer, its last answer counts.
  const follow = () => bffUrls(config).forEach((url) => void followBundles(url).catch(() => {}))
  const timer = setInterval(follow, config.RELEASES_POLL_MS).unref()

  /** Faults of BFFs and of pages. */
  const problems = () => [...problemsOf(bundles, 'BFF'), ...problemsOf(faultsOfPages(), 'page')]

  function faultsOfPages() {
    const suspended = registry.status().suspended.filter(({ why }) => why.startsWith(ofPage))
    const plain = suspended.map((it) => ({ ...it, why: `${it.why.slice(ofPage.length)}: ` }))
    return { faults: renders.status().faults, suspended: plain }
  }

  return {
    assign: (bucket) => registry.assign(bucket),
    visitor,
    ensure: async (name, version, { reach }) =>
      (await registry.ensure(name, version, reach(name, version))).release,
    pin: async (name, target, { reach }) => {
      const port = devPort(target)
      const allowed = devServers && reach(name, target) === 'published'
      const version = port === undefined ? target : await announcedVersion(name, port, allowed)
      return (await registry.ensure(name, version, reach(name, version))).release
    },
    find: (id) => registry.find(id)?.release,
    live: registry.live,
    suspend: registry.suspend,
    status() {
      const ofBundles = problems().map((problem) => ({ ...problem, detail: undefined }))
      const status = registry.status()
      return { ...status, failing: [...status.failing, ...ofBundles], bffs: bundles.live }
    },
    problems: () => [...registry.status().failing, ...problems()],
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await registry[Symbol.asyncDispose]()
      trusted[Symbol.dispose]()
    },
  }
}

async function announcedVersion(name: string, port: number, allowed: boolean): Promise<string> {
  if (!allowed) throw new PinRefused('dev servers are not shown on this host')
  try {
    return (await announcedRelease(name, port)).version
  } catch (error) {
    throw new PinRefused(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
