import type { Meta, StoryObj } from '@storybook/react-vite'
import { Rating } from './rating.tsx'

const meta: Meta<typeof Rating> = {
  title: 'Cells/Rating',
  component: Rating,
  args: { value: 4.4, count: 128 },
}
export default meta

export const Stars: StoryObj<typeof Rating> = {}

export const Compact: StoryObj<typeof Rating> = { args: { compact: true } }
