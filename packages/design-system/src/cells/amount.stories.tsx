import type { Meta, StoryObj } from '@storybook/react-vite'
import { Amount } from './amount.tsx'

const meta: Meta<typeof Amount> = {
  title: 'Cells/Amount',
  component: Amount,
  args: { minor: 12900, currency: 'EUR' },
}
export default meta

export const Plain: StoryObj<typeof Amount> = {}

export const Reduced: StoryObj<typeof Amount> = { args: { was: 15900, size: 'l' } }

export const From: StoryObj<typeof Amount> = { args: { from: true, currency: 'USD' } }
