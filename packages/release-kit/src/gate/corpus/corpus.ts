import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedPackages } from '@mallhive/mfe-kit/preset/shared'
import semver from 'semver'
import { buildRelease } from '../../build.ts'
import type { BuiltRelease } from '../../build.ts'
import { builtCandidate } from '../candidate.ts'
import { checkRelease } from '../check-release.ts'
import type { Verdict } from '../check-release.ts'
import type { LiveMall } from '../live-mall.ts'
import type { Case } from './case.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures/gate')

export interface Corpus extends Disposable {
  /** What the gate makes of a release that differs from the live one by this. */
  try: (it: Case) => Promise<Verdict>
  /** Builds the fixture `news` with a change, as another version. */
  news: (version: string, change: Case['change']) => Promise<BuiltRelease>
}

/** A mall in which the fixtures `shop` and `news` are live, built below `workDir`: inside this package, where they find what they import. */
export async function openCorpus(workDir: string): Promise<Corpus> {
  const copy = (fixture: string, as: string) => {
    const root = join(workDir, as)
    cpSync(join(fixtures, fixture), root, { recursive: true })
    return root
  }
  const shopRoot = copy('shop', 'live-shop')
  const shop = await buildRelease({ root: shopRoot, version: '1.0.0' })
  const news = await buildRelease({ root: copy('news', 'live-news'), version: '1.0.0' })
  const mall = liveMall(shop, news)
  let tried = 0

  return {
    async try({ change, live = (it) => it }) {
      // Without a change in the sources it is the live release once more, and needs no build.
      const root = change ? changed(copy('shop', `case-${++tried}`), change) : shopRoot
      const built = change ? await buildRelease({ root, version: '1.1.0' }) : shop
      return checkRelease(builtCandidate(built, root), live(mall))
    },
    news: (version, change = {}) =>
      buildRelease({ root: changed(copy('news', `news-${version}`), change), version }),
    [Symbol.dispose]: () => rmSync(workDir, { recursive: true, force: true }),
  }
}

function liveMall(shop: BuiltRelease, news: BuiltRelease): LiveMall {
  const lent = Object.entries(sharedPackages).map(([name, range]) => [name, String(semver.minVersion(range))])
  return {
    releases: [shop.descriptor, news.descriptor],
    shell: { shared: Object.fromEntries(lent), passes: [] },
    contracts: async () => readFileSync(join(shop.dir, shop.descriptor.contracts ?? '')),
  }
}

function changed(root: string, change: NonNullable<Case['change']>): string {
  for (const [file, edit] of Object.entries(change)) {
    const path = join(root, file)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, typeof edit === 'string' ? edit : replaced(readFileSync(path, 'utf8'), edit, file))
  }
  return root
}

function replaced(text: string, edits: [string, string][], file: string): string {
  return edits.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`${file} of the fixture has no ${JSON.stringify(from)}`)
    return before.replace(from, to)
  }, text)
}
