import { pathOf } from './media/picture.ts'
import { render } from './media/render.ts'
import { wantedPictures } from './wanted-pictures.ts'

// A process of its own: pictures would keep the threads busy that a connection to the database needs.
process.once('disconnect', () => process.exit())
const waiting = wantedPictures()
const work = async () => {
  for (let picture = waiting.pop(); picture; picture = waiting.pop()) {
    await render(picture)
    await tell(pathOf(picture))
  }
}
await Promise.all(Array.from({ length: 4 }, work))
process.disconnect?.()

function tell(path: string): Promise<void> {
  return new Promise((resolve) => process.send?.(path, undefined, undefined, () => resolve()))
}
