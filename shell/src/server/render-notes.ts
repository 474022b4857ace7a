import { shellProcess } from './shell-process.ts'

/** Tracks the remotes of a document: one that began rendering and did not finish has thrown. */
export function noteRender(name: string, step: 'begun' | 'done'): void {
  const unfinished = shellProcess().requests.getStore()?.unfinished
  if (step === 'begun') unfinished?.add(name)
  else unfinished?.delete(name)
}
