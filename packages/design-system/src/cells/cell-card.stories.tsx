import type { Meta, StoryObj } from '@storybook/react-vite'
import * as icons from '../brand/icons.ts'
import { things } from '../../.storybook/pictures.ts'
import { IconButton } from '../actions/icon-button.tsx'
import { Grid } from '../layout/grid.tsx'
import { Amount } from './amount.tsx'
import { Badge } from './badge.tsx'
import { CellCardSkeleton } from './cell-card-skeleton.tsx'
import { CellCard } from './cell-card.tsx'
import { Rating } from './rating.tsx'

const meta: Meta<typeof CellCard> = { title: 'Cells/CellCard', component: CellCard }
export default meta

export const Shelf: StoryObj<typeof CellCard> = {
  render: () => (
    <Grid>
      {things.map((thing, index) => (
        <li key={thing.title}>
          <CellCard
            href="#"
            title={thing.title}
            picture={thing.picture}
            hue={thing.hue}
            meta={thing.maker}
            price={
              <Amount locale="en-IE" minor={thing.minor} was={thing.was} currency="EUR" from={index === 3} />
            }
            rating={<Rating value={4.1 + index / 10} count={12 + index * 31} compact />}
            badge={
              thing.was ? <Badge tone="berry">Sale</Badge> : index === 6 ? <Badge>Sold out</Badge> : undefined
            }
            note={index === 2 ? 'Only 3 left' : undefined}
            dimmed={index === 6}
            action={
              index === 6 ? undefined : (
                <IconButton icon={icons.plus} label={`Add ${thing.title} to cart`} outlined />
              )
            }
          />
        </li>
      ))}
    </Grid>
  ),
}

export const Loading: StoryObj<typeof CellCard> = {
  render: () => (
    <Grid>
      {things.slice(0, 4).map((thing) => (
        <li key={thing.title}>
          <CellCardSkeleton />
        </li>
      ))}
    </Grid>
  ),
}
