import type { Meta, StoryObj } from '@storybook/react-vite'
import { Logo } from './logo.tsx'

const meta: Meta<typeof Logo> = { title: 'Brand/Logo', component: Logo }
export default meta

export const Full: StoryObj<typeof Logo> = {}

export const Large: StoryObj<typeof Logo> = { args: { size: 96, markOnly: true } }
