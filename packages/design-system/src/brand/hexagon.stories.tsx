import type { Meta, StoryObj } from '@storybook/react-vite'
import { Hexagon } from './hexagon.tsx'

const meta: Meta<typeof Hexagon> = { title: 'Brand/Hexagon', component: Hexagon }
export default meta

export const Loading: StoryObj<typeof Hexagon> = { args: { size: 48, pulse: true } }
