import type { Meta, StoryObj } from '@storybook/react-vite'
import { SelectField } from './select-field.tsx'

const meta: Meta<typeof SelectField> = { title: 'Fields/SelectField', component: SelectField }
export default meta

export const Country: StoryObj<typeof SelectField> = {
  args: {
    label: 'Country',
    name: 'country',
    options: [
      { value: 'DE', label: 'Germany' },
      { value: 'FR', label: 'France' },
      { value: 'US', label: 'United States' },
    ],
  },
}
