import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { rankingPipeline } from '@mallhive/infra-mlops/pipeline'
import { propertyFileOf, valueAt } from '@mallhive/infra-mlops/pipeline-files'
import type { PipelineDefinition, ProcessingStep } from '@mallhive/infra-mlops/pipeline-schema'

import type { Programs } from './programs.ts'
import { runImage } from './run-image.ts'

const { Steps }: PipelineDefinition = rankingPipeline

/**
 * Runs the jobs of SageMaker's pipeline from the image, with the arguments and folders of the definition, and reads what the condition
 * reads. The candidate is the baseline itself, which the gate refuses for one reason. Returns what was otherwise.
 */
export async function runEvaluation(programs: Programs, bundle: string, home: string): Promise<string[]> {
  const work = join(home, 'evaluation')
  rmSync(work, { recursive: true, force: true })
  for (const step of Steps) {
    if (step.Type !== 'Processing') continue
    const began = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- a step reads what the one before has written
    const how = await runStep(programs, bundle, step, home)
    if (how !== 'ended with code 0') return [`images: the step ${step.Name} ${how}`]
    console.log(`     ${step.Name}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  const read = Steps.flatMap((step) =>
    step.Type === 'Condition'
      ? step.Arguments.Conditions.map(({ LeftValue }) => {
          const file = propertyFileOf(Steps, LeftValue['Std:JsonGet'])
          const path = join(work, file?.step.Name ?? '', file?.OutputName ?? '', file?.FilePath ?? '')
          return valueAt(JSON.parse(readFileSync(path, 'utf8')), LeftValue['Std:JsonGet'])
        })
      : [],
  )
  return read.length === 1 && read[0] === 1 ? [] : [`images: the gate's condition reads ${read.join(', ')}`]
}

async function runStep(
  programs: Programs,
  bundle: string,
  { Name, Arguments }: ProcessingStep,
  home: string,
) {
  const { AppSpecification, ProcessingInputs = [], ProcessingOutputConfig } = Arguments
  const outputs = ProcessingOutputConfig.Outputs.map(
    ({ OutputName, S3Output }) => [S3Output.LocalPath, join(home, 'evaluation', Name, OutputName)] as const,
  )
  for (const [, folder] of outputs) mkdirSync(folder, { recursive: true })
  const inputs = ProcessingInputs.map(
    ({ S3Input }) => [S3Input.LocalPath, uploaded(S3Input.S3Uri, home)] as const,
  )
  const job = await runImage(programs, {
    bundle,
    args: AppSpecification.ContainerArguments ?? [],
    entryPoint: 2,
    env: {},
    files: Object.fromEntries(inputs),
    folders: Object.fromEntries(outputs),
    asRoot: true,
    logFile: join(home, 'logs', `${Name}.log`),
    ready: () => Promise.resolve(true),
  })
  return job.exited
}

/** The folder that stands for the place in S3 of a step's output. */
function uploaded(uri: ProcessingStepUri, home: string): string {
  const path = typeof uri === 'object' && 'Get' in uri ? uri.Get : ''
  const [, step = '', output = ''] = /^Steps\.([\w-]+)\.\w+\.Outputs\['([\w-]+)'\]/.exec(path) ?? []
  return join(home, 'evaluation', step, output)
}

type ProcessingStepUri = NonNullable<
  ProcessingStep['Arguments']['ProcessingInputs']
>[number]['S3Input']['S3Uri']
