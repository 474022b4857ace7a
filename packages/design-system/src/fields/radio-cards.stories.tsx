import type { Meta, StoryObj } from '@storybook/react-vite'
import * as icons from '../brand/icons.ts'
import { RadioCards } from './radio-cards.tsx'

const meta: Meta<typeof RadioCards> = { title: 'Fields/RadioCards', component: RadioCards }
export default meta

export const Shipping: StoryObj<typeof RadioCards> = {
  args: {
    legend: 'Shipping',
    name: 'shipping',
    defaultValue: 'standard',
    options: [
      {
        value: 'standard',
        label: 'Standard',
        description: '3 to 5 working days',
        aside: '€4.90',
        icon: icons.truck,
      },
      {
        value: 'express',
        label: 'Express',
        description: 'Tomorrow before noon',
        aside: '€12.90',
        icon: icons.sparkle,
      },
      {
        value: 'pickup',
        label: 'Pick up',
        description: 'Not at this address',
        icon: icons.store,
        disabled: true,
      },
    ],
  },
}
