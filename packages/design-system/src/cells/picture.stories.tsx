import type { Meta, StoryObj } from '@storybook/react-vite'
import { Picture } from './picture.tsx'

const meta: Meta<typeof Picture> = { title: 'Cells/Picture', component: Picture }
export default meta

export const Square: StoryObj<typeof Picture> = {
  args: { path: 'teapot', alt: 'A teapot', widths: [160, 400], sizes: '400px' },
}
