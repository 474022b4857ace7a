import type { Meta, StoryObj } from '@storybook/react-vite'
import * as icons from '../brand/icons.ts'
import { IconButton } from './icon-button.tsx'

const meta: Meta<typeof IconButton> = { title: 'Actions/IconButton', component: IconButton }
export default meta

export const Quiet: StoryObj<typeof IconButton> = { args: { icon: icons.heart, label: 'Save for later' } }

export const Outlined: StoryObj<typeof IconButton> = {
  args: { icon: icons.trash, label: 'Remove', outlined: true },
}
