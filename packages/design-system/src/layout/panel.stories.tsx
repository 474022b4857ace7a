import type { Meta, StoryObj } from '@storybook/react-vite'
import { Panel } from './panel.tsx'

const meta: Meta<typeof Panel> = { title: 'Layout/Panel', component: Panel }
export default meta

export const Titled: StoryObj<typeof Panel> = {
  args: { title: 'Ships to', children: 'Ada Byron, Gartenstraße 4, 10115 Berlin' },
}
