import type { Meta, StoryObj } from '@storybook/react-vite'
import * as icons from '../brand/icons.ts'
import { IconLink } from './icon-link.tsx'

const meta: Meta<typeof IconLink> = { title: 'Actions/IconLink', component: IconLink }
export default meta

export const WithCount: StoryObj<typeof IconLink> = {
  args: { href: '#', icon: icons.bag, label: 'Cart, 3 items', count: 3, text: 'Cart' },
}
