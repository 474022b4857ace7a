import { shellProcess } from './shell-process.ts'

/** Keeps account of the remotes of a document: whichever has begun and is not done has thrown. */
export function noteRender(name: string, step: 'begun' | 'done'): void {
  const unfinished = shellProcess().requests.getStore()?.unfinished
  if (step === 'begun') unfinished?.add(name)
  else unfinished?.delete(name)
}
