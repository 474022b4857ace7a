import type { RequestScope } from '../request-scope.ts'
import type { KeptDocument } from './document-cache.ts'
import { listValues } from './one-time-values.ts'
import type { OneTimeValues } from './one-time-values.ts'
import { splitDocument } from './split-document.ts'

/**
 * Returns a document that was sent as one that may be sent again; undefined when something in it failed, or comes from an answer
 * that is for this visitor only or no longer remembered.
 */
export function keptDocument(
  body: Buffer,
  { failed, unfinished, sources }: Pick<RequestScope, 'failed' | 'unfinished' | 'sources'>,
  oneTime: OneTimeValues,
  keepForSeconds: number,
): KeptDocument | undefined {
  const answers = sources.remembered()
  if (keepForSeconds <= 0 || failed.size > 0 || unfinished.size > 0 || !answers) return undefined
  // React may render a component twice, with a key that is not shown.
  const formKeys = oneTime.formKeys.filter((key) => body.includes(key))
  const values = listValues({ ...oneTime, formKeys })
  const split = splitDocument(body, values)
  if (!split) return undefined
  const lengths = split.places.map((place) => values[place]?.length ?? 0)
  return { ...split, lengths, answers, keepForSeconds }
}
