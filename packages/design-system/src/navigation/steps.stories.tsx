import type { Meta, StoryObj } from '@storybook/react-vite'
import { Steps } from './steps.tsx'

const meta: Meta<typeof Steps> = { title: 'Navigation/Steps', component: Steps }
export default meta

export const Checkout: StoryObj<typeof Steps> = {
  args: {
    current: 2,
    steps: [
      { label: 'Address', href: '#' },
      { label: 'Shipping', href: '#' },
      { label: 'Payment' },
      { label: 'Review' },
    ],
  },
}
