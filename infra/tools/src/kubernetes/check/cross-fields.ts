import type { Manifest } from '../manifest.ts'
import { applicationErrors } from './applications.ts'
import { meshErrors } from './mesh.ts'
import { networkErrors } from './network.ts'
import { openObjects } from './objects.ts'
import { podErrors } from './pods.ts'
import { policyErrors } from './policies.ts'
import { scalingErrors } from './scaling.ts'
import { secretErrors } from './secrets.ts'
import { serviceErrors } from './services.ts'

/** Returns what is wrong between the objects of an environment, which their schemas cannot tell. */
export function crossFieldErrors(manifests: Manifest[]): string[] {
  const objects = openObjects(manifests)
  return [
    podErrors,
    serviceErrors,
    secretErrors,
    scalingErrors,
    networkErrors,
    meshErrors,
    policyErrors,
    applicationErrors,
  ].flatMap((errorsOf) => errorsOf(objects))
}
