import type { Meta, StoryObj } from '@storybook/react-vite'
import { Pagination } from './pagination.tsx'

const meta: Meta<typeof Pagination> = { title: 'Navigation/Pagination', component: Pagination }
export default meta

export const Middle: StoryObj<typeof Pagination> = {
  args: { previousHref: '#', nextHref: '#', summary: '130 products' },
}

export const First: StoryObj<typeof Pagination> = { args: { nextHref: '#' } }
