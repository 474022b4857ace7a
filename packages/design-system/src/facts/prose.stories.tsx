import type { Meta, StoryObj } from '@storybook/react-vite'
import { Prose } from './prose.tsx'

const meta: Meta<typeof Prose> = { title: 'Facts/Prose', component: Prose }
export default meta

export const Description: StoryObj<typeof Prose> = {
  render: () => (
    <Prose>
      <p>Thrown in small batches and fired twice, so the glaze pools a little darker near the foot.</p>
      <p>
        Holds 900 ml: four mugs, or two people who are not in a hurry. The strainer lifts out for washing.
      </p>
    </Prose>
  ),
}
