import { eventually } from '../cluster/eventually.ts'
import { refusal } from './images.ts'
import type { RehearsedMall } from './open-mall.ts'
import type { StepOutcome } from './step-outcome.ts'

/** The policy's name, as it stands in what Kyverno says. */
const ofPolicy = /signed-images/

/** Asks for pods of images that are signed as they must be, or not. */
export async function signatures({ kubectl, registry, ours, foreign }: RehearsedMall): Promise<StepOutcome> {
  const repository = 'mallhive/service'
  const image = (digest: string) => `${registry.host}/${repository}@${digest}`
  const signed = await registry.push(repository, 'signed', 'a signed version')
  const unsigned = await registry.push(repository, 'unsigned', 'a version without a signature')
  const stranger = await registry.push(repository, 'foreign', 'a version with the signature of another key')
  await ours.sign(image(signed))
  await foreign.sign(image(stranger))
  const failures: string[] = []
  let [refusedImages, admittedImages] = [0, 0]
  const mustRefuse = async (what: string, reference: string, reason: RegExp) => {
    let said = ''
    const refused = await eventually(30, async () => (said = await refusal(kubectl, reference)) !== '')
    if (refused && reason.test(said)) refusedImages += 1
    else failures.push(`${what} is ${refused ? `refused for another reason: ${said}` : 'admitted'}`)
  }
  await mustRefuse('an unsigned image', image(unsigned), ofPolicy)
  await mustRefuse('an image that another key signed', image(stranger), ofPolicy)
  const said = await refusal(kubectl, image(signed))
  if (said) failures.push(`the signed image is refused: ${said}`)
  else admittedImages += 1
  const tag = `${registry.host}/${repository}:signed`
  await registry.push(repository, 'signed', 'another version under the tag of the signed one')
  await mustRefuse('a tag that was moved', tag, /named by digest|signed-images/)
  return { counts: { refusedImages, admittedImages }, failures }
}
