import type { Meta, StoryObj } from '@storybook/react-vite'
import { Breadcrumbs } from './breadcrumbs.tsx'

const meta: Meta<typeof Breadcrumbs> = { title: 'Navigation/Breadcrumbs', component: Breadcrumbs }
export default meta

export const ThreeLevels: StoryObj<typeof Breadcrumbs> = {
  args: {
    items: [{ label: 'Home', href: '#' }, { label: 'Kitchen', href: '#' }, { label: 'Tea and coffee' }],
  },
}
