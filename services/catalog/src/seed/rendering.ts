import { fork } from 'node:child_process'
import { on } from 'node:events'
import { wantedPictures } from './wanted-pictures.ts'

export interface Rendering {
  /** Number of pictures. */
  all: number
  /** Paths of pictures, as they become ready. */
  ready: AsyncIterable<[path: string]>
}

/** Begins to render the pictures of the hand-written products, in a process. Those that are cached are ready at once. */
export function startRendering(): Rendering {
  const renderer = fork(new URL('./render-main.ts', import.meta.url))
  const ready = on(renderer, 'message', { close: ['disconnect'] }) as AsyncIterable<[path: string]>
  return { all: wantedPictures().length, ready }
}
