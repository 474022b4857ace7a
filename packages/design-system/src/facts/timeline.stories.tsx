import type { Meta, StoryObj } from '@storybook/react-vite'
import { Timeline } from './timeline.tsx'

const meta: Meta<typeof Timeline> = { title: 'Facts/Timeline', component: Timeline }
export default meta

export const Order: StoryObj<typeof Timeline> = {
  args: {
    label: 'Order',
    items: [
      { title: 'Order placed', time: '21 November, 10:12' },
      { title: 'Paid', time: '21 November, 10:13' },
      { title: 'Being packed', description: 'Kiln & Kettle is on it.', state: 'current' },
      { title: 'On its way', state: 'upcoming' },
      { title: 'Delivered', state: 'upcoming' },
    ],
  },
}
