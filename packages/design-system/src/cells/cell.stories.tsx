import type { Meta, StoryObj } from '@storybook/react-vite'
import { hues, things } from '../../.storybook/pictures.ts'
import { Grid } from '../layout/grid.tsx'
import { Cell } from './cell.tsx'
import { Picture } from './picture.tsx'

const meta: Meta<typeof Cell> = { title: 'Cells/Cell', component: Cell }
export default meta

export const TwelveTints: StoryObj<typeof Cell> = {
  render: () => (
    <Grid min="11rem" gap={4}>
      {hues.map((hue, index) => {
        const thing = things[index % things.length]
        return (
          <li key={hue}>
            <Cell hue={hue} style={{ aspectRatio: 1 }}>
              {thing ? <Picture {...thing.picture} sizes="176px" /> : null}
            </Cell>
            <span style={{ color: 'var(--ink-soft)', fontSize: 12.5 }}>{hue}°</span>
          </li>
        )
      })}
    </Grid>
  ),
}
