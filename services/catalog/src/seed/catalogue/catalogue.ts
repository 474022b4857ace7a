import type { Hall } from './halls.ts'
import { clothes } from './clothes.ts'
import { cooking } from './cooking.ts'
import { cupsAndPots } from './cups-and-pots.ts'
import { desk } from './desk.ts'
import { finery } from './finery.ts'
import { garden } from './garden.ts'
import { lightAndScent } from './light-and-scent.ts'
import { pantry } from './pantry.ts'
import { play } from './play.ts'
import { rooms } from './rooms.ts'
import { shoesAndBags } from './shoes-and-bags.ts'
import { sound } from './sound.ts'

// The mall's halls and shelves, in the order they show.
export const halls: Hall[] = [
  {
    slug: 'kitchen',
    name: 'Kitchen',
    description: 'What a table needs, and what belongs on it.',
    hue: 45,
    shelves: [cupsAndPots, cooking, pantry],
  },
  {
    slug: 'home',
    name: 'Home',
    description: 'Light, rooms and desks to come back to.',
    hue: 200,
    shelves: [lightAndScent, rooms, desk],
  },
  {
    slug: 'wear',
    name: 'Wear',
    description: 'From wool socks to Sunday hats, made to be mended.',
    hue: 280,
    shelves: [clothes, shoesAndBags, finery],
  },
  {
    slug: 'play-and-outdoors',
    name: 'Play and outdoors',
    description: 'For hands, ears, gardens and long ways home.',
    hue: 145,
    shelves: [play, sound, garden],
  },
]
