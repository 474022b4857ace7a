import type { Meta, StoryObj } from '@storybook/react-vite'
import { ChosenOptions } from './chosen-options.tsx'

const meta: Meta<typeof ChosenOptions> = {
  title: 'Cells/ChosenOptions',
  component: ChosenOptions,
}
export default meta

export const Plain: StoryObj<typeof ChosenOptions> = {
  args: {
    options: [
      { label: 'Colour', value: 'Clay' },
      { label: 'Size', value: 'M' },
    ],
  },
}

export const Untranslated: StoryObj<typeof ChosenOptions> = {
  args: { options: [{ label: 'Farbe', value: 'Speckled', valueLang: 'en' }] },
}
