import type { Meta, StoryObj } from '@storybook/react-vite'
import * as icons from '../brand/icons.ts'
import { things } from '../../.storybook/pictures.ts'
import { SearchField } from './search-field.tsx'

const meta: Meta<typeof SearchField> = { title: 'Fields/SearchField', component: SearchField }
export default meta

export const WithSuggestions: StoryObj<typeof SearchField> = {
  args: {
    onNavigate: () => undefined,
    groups: [
      {
        label: 'Searches',
        items: ['teapot', 'tea towel'].map((label) => ({
          id: label,
          label,
          typed: 'tea',
          href: '#',
          icon: icons.search,
        })),
      },
      {
        label: 'Products',
        items: things.slice(0, 4).map((thing) => ({
          id: thing.path,
          label: thing.title,
          href: '#',
          detail: thing.maker,
          picture: thing.picture,
          hue: thing.hue,
          price: { minor: thing.minor, currency: 'EUR', locale: 'en-IE' },
        })),
      },
      { label: 'Categories', items: [{ id: 'tea', label: 'Tea and coffee', href: '#', hue: 55 }] },
      { label: 'Shops', items: [{ id: 'room', label: 'The Tea Room', href: '#', icon: icons.store }] },
    ],
  },
}

export const WithRecentSearches: StoryObj<typeof SearchField> = {
  args: {
    onNavigate: () => undefined,
    groups: [
      {
        label: 'Recent searches',
        items: [
          { id: 'mug', label: 'mug', href: '#', icon: icons.clock },
          { id: 'clear', label: 'Clear recent searches', act: () => undefined, icon: icons.trash },
        ],
      },
    ],
  },
}
