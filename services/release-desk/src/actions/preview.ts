import { nameSchema, versionSchema } from '@mallhive/release-runtime/descriptor'
import { previewAddress, previewUrl } from '@mallhive/release-runtime/preview/preview-address'
import { readRelease } from '@mallhive/release-runtime/read-release'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { z } from 'zod'
import type { Action } from './action.ts'

const fieldsSchema = z.object({ name: nameSchema, version: versionSchema })

/** Redirects a member of staff to a published version on the preview host, with a pass signed by the desk. */
export const previewVersion: Action = async ({ releases, config }, fields) => {
  const { name, version } = fieldsSchema.parse(fields)
  await releases.trust.refresh()
  const { release } = await readRelease(releases, name, version)
  const pin = `${name}@${version}`
  const address = await previewAddress(config, pin, async () => releases.signer)
  if (!address) throw new ReleaseError('UNREACHABLE', 'This mall has no preview host.')
  return new URL(previewUrl(address, release.routes, pin))
}
