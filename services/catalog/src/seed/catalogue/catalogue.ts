import type { Hall } from './halls.ts'
import { cupsAndPots } from './cups-and-pots.ts'

// The mall's halls and shelves, in the order they show.
export const halls: Hall[] = [
  {
    slug: 'kitchen',
    name: 'Kitchen',
    description: 'What a table needs, and what belongs on it.',
    hue: 45,
    shelves: [cupsAndPots],
  },
]
