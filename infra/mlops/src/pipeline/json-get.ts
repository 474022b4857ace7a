import type { PipelineDefinition, ProcessingStep } from './schema.ts'

type JsonGet = { PropertyFile: { Get: string }; Path: string }

/** Returns the step and the file that a condition reads, Steps.<step>.PropertyFiles.<file>; undefined where there is none. */
export function propertyFileOf(
  steps: PipelineDefinition['Steps'],
  { PropertyFile }: JsonGet,
): { step: ProcessingStep; OutputName: string; FilePath: string } | undefined {
  const [, name, , file] = PropertyFile.Get.split('.')
  const step = steps.find((each) => each.Name === name)
  if (step?.Type !== 'Processing') return undefined
  const found = step.PropertyFiles?.find(({ PropertyFileName }) => PropertyFileName === file)
  return found && { step, ...found }
}

/** Returns what a file has at a path. */
export const valueAt = (content: unknown, { Path }: JsonGet): unknown =>
  Path.split('.').reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    content,
  )
