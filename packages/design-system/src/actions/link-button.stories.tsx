import type { Meta, StoryObj } from '@storybook/react-vite'
import * as icons from '../brand/icons.ts'
import { LinkButton } from './link-button.tsx'

const meta: Meta<typeof LinkButton> = { title: 'Actions/LinkButton', component: LinkButton }
export default meta

export const Secondary: StoryObj<typeof LinkButton> = {
  args: { href: '#', children: 'See the shop', icon: icons.store },
}

export const Primary: StoryObj<typeof LinkButton> = {
  args: { href: '#', children: 'Go to checkout', variant: 'primary', size: 'l' },
}
