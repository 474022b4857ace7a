import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import type { PreviewAddress } from '@mallhive/release-runtime/preview/preview-address'
import { refusedRelease } from './pass-gate.ts'
import { readLiveMall } from './read-live-mall.ts'
import { CannotCheck } from './refusal.ts'
import type { Skipped } from './refusal.ts'
import { smoke } from './refusals/smoke.ts'
import { keepResult } from './smoke/result.ts'
import { smokeTest } from './smoke/smoke-test.ts'

/**
 * Runs the smoke test of a published release on the preview host, and stores the result for `promote`.
 * @throws Refused when the test found problems; the release stays published and cannot be promoted
 */
export async function smokePublished(
  trusted: TrustedStore,
  descriptor: Descriptor,
  origin: string | undefined,
  preview: PreviewAddress | undefined,
): Promise<Skipped[]> {
  try {
    const mall = await readLiveMall(trusted, { origin })
    if (!origin || !mall.shell) throw new CannotCheck('no mall answers that could show it')
    if (!preview) throw new CannotCheck('the mall has no preview host that could show it')
    const result = await smokeTest(descriptor, mall, origin, preview)
    await keepResult(trusted.store, descriptor, result)
    const found = await smoke.run({ descriptor, smoked: async () => result, read: unread }, mall)
    if (found.length === 0) return []
    const refused = found.map((it) => ({ refusal: smoke.name, ...it }))
    throw refusedRelease(descriptor, refused, { isPublished: true })
  } catch (error) {
    if (error instanceof CannotCheck) return [{ check: smoke.name, why: error.message }]
    throw error
  }
}

const unread = () => Promise.reject(new Error('a browser reads no files'))
