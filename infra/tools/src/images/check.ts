import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Outcome } from '../outcome.ts'
import { cacheDir } from '../paths.ts'
import { type RoleName, roles } from './roles.ts'
import { pipelineIn } from './pipeline.ts'
import { pipelineEnv } from './pipeline-env.ts'
import { openPrograms } from './programs.ts'
import { notRefused } from './refusals.ts'
import { megabytesOf, openRegistry } from './registry.ts'
import { runEvaluation } from './run-evaluation.ts'
import { runFunction } from './run-function.ts'
import { unpackImage } from './run-image.ts'
import { startParts } from './start-parts.ts'

const names = Object.keys(roles) as RoleName[]

/** Builds, pushes, signs and verifies every image by the scripts of the pipelines, and runs every part of the mall from them. */
export async function checkImages(): Promise<Outcome> {
  const programs = openPrograms()
  if ('absent' in programs) return { notRun: [`images: ${programs.absent}`] }
  const home = join(cacheDir, 'images')
  for (const folder of ['layouts', 'unpacked']) mkdirSync(join(home, folder), { recursive: true })
  await using registry = await openRegistry(programs, home)
  const { env, newKey } = await pipelineEnv(programs, home, registry.host)
  const pipeline = pipelineIn({ ...env, ...(await newKey('mall')) })
  const foreign = pipelineIn({ ...env, ...(await newKey('foreign')) })

  const forget = () => programs.run('buildah', ['rmi', '--all', '--force'], env)
  await forget()

  const references: Record<string, string> = {}
  for (const name of names) references[name] = await pipeline.run('release-image.sh', [name])
  const failures = (await notRefused(pipeline, references['service'] ?? '', foreign)).map(
    (what) => `images: ${what}`,
  )
  const bundles: Record<string, string> = {}
  for (const [name, reference] of Object.entries(references)) {
    const layout = join(home, 'layouts', name)
    rmSync(layout, { recursive: true, force: true })
    await programs.run('buildah', ['pull', '--quiet', reference], env)
    await programs.run(
      'buildah',
      ['push', '--quiet', '--disable-compression', reference, `oci:${layout}:1`],
      env,
    )
    console.log(`     ${name}: ${await megabytesOf(reference)} MB compressed`)
    bundles[name] = await unpackImage(programs, layout, join(home, 'unpacked', name))
  }
  failures.push(...(await startParts(programs, bundles, home)))
  failures.push(...(await runFunction(programs, bundles['lambda'] ?? '', home)))
  failures.push(...(await runEvaluation(programs, bundles['evaluation'] ?? '', home)))
  await forget()
  return { counts: { images: names.length, imagesVerified: Object.keys(references).length }, failures }
}
