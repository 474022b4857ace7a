import { propertyFileOf, valueAt } from './json-get.ts'
import type { PipelineDefinition, ProcessingStep } from './schema.ts'

const ofExecution = [
  'PipelineExecutionId',
  'PipelineExecutionArn',
  'PipelineName',
  'PipelineArn',
  'StartDateTime',
]

/**
 * Returns what a definition names and does not have: parameters, steps, outputs and property files, paths within these, and files that no
 * program writes or reads.
 * @param written what programs really write to property files, by their path
 */
export function faults(definition: PipelineDefinition, written: Record<string, object>): string[] {
  const { Parameters, Steps } = definition
  const names = Steps.flatMap((step) => [
    step.Name,
    ...(step.Type === 'Condition' ? [...step.Arguments.IfSteps, ...step.Arguments.ElseSteps] : []).map(
      ({ Name }) => Name,
    ),
  ])
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  const used = new Set(gets(definition).filter((path) => path.startsWith('Parameters.')))
  return [
    ...twice.map((name) => `two steps are named ${name}`),
    ...Parameters.filter(({ Name }) => !used.has(`Parameters.${Name}`)).map(
      ({ Name }) => `no step uses the parameter ${Name}`,
    ),
    ...Steps.flatMap((step, at) => {
      const before = Steps.slice(0, at).filter((each) => each.Type === 'Processing')
      return gets(step).flatMap((path) => unresolved(path, Parameters, before) ?? [])
    }),
    ...Steps.flatMap((step) => (step.Type === 'Processing' ? fileFaults(step, written) : [])),
    ...Steps.flatMap((step) =>
      step.Type === 'Condition'
        ? step.Arguments.Conditions.flatMap(({ LeftValue: { 'Std:JsonGet': asked } }) => {
            const value = valueAt(written[propertyFileOf(Steps, asked)?.FilePath ?? ''], asked)
            return typeof value === 'number' ? [] : `${asked.PropertyFile.Get} has no number at ${asked.Path}`
          })
        : [],
    ),
  ]
}

/** Returns every path that is asked for below a value. */
function gets(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'Get' && typeof each === 'string' ? [each] : gets(each),
  )
}

/** Returns why a path leads to nothing that is there before its step runs. */
function unresolved(
  path: string,
  parameters: PipelineDefinition['Parameters'],
  before: ProcessingStep[],
): string | undefined {
  const [kind, name = ''] = path.split('.')
  if (kind === 'Parameters')
    return parameters.some(({ Name }) => Name === name) ? undefined : `there is no parameter ${name}`
  if (kind === 'Execution') return ofExecution.includes(name) ? undefined : `an execution has no ${name}`
  const step = before.find(({ Name }) => Name === name)
  if (kind !== 'Steps' || !step) return `no step before makes ${path}`
  const file = /\.PropertyFiles\.([\w-]+)$/.exec(path)?.[1]
  const output = /\.ProcessingOutputConfig\.Outputs\['([\w-]+)'\]\.S3Output\.S3Uri$/.exec(path)?.[1]
  const has =
    step.PropertyFiles?.some(({ PropertyFileName }) => PropertyFileName === file) ||
    step.Arguments.ProcessingOutputConfig.Outputs.some(({ OutputName }) => OutputName === output)
  return has ? undefined : `the step ${name} has no ${path.slice(`Steps.${name}.`.length)}`
}

/** Property files are uploaded by an output and written by the program; every folder of a step is named in its arguments. */
function fileFaults(
  { Name, Arguments, PropertyFiles = [] }: ProcessingStep,
  written: Record<string, object>,
) {
  const { AppSpecification, ProcessingInputs = [], ProcessingOutputConfig } = Arguments
  const given = AppSpecification.ContainerArguments ?? []
  const folders = [
    ...ProcessingInputs.map(({ S3Input }) => S3Input.LocalPath),
    ...ProcessingOutputConfig.Outputs.map(({ S3Output }) => S3Output.LocalPath),
  ]
  return [
    ...folders
      .filter((folder) => !given.some((file) => file.startsWith(`${folder}/`)))
      .map((folder) => `${Name} has the folder ${folder} and no file in it`),
    ...given
      .filter((file) => !folders.some((folder) => file.startsWith(`${folder}/`)))
      .map((file) => `${Name} has no folder for ${file}`),
    ...PropertyFiles.flatMap(({ OutputName, FilePath, PropertyFileName }) => {
      const output = ProcessingOutputConfig.Outputs.find((each) => each.OutputName === OutputName)
      if (!output) return [`${PropertyFileName} is in the output ${OutputName}, which ${Name} does not have`]
      const isWritten = given.includes(`${output.S3Output.LocalPath}/${FilePath}`) && FilePath in written
      return isWritten ? [] : [`nothing writes ${FilePath} of ${PropertyFileName}`]
    }),
  ]
}
