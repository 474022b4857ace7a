import type { Meta, StoryObj } from '@storybook/react-vite'
import { Checkbox } from './checkbox.tsx'

const meta: Meta<typeof Checkbox> = { title: 'Fields/Checkbox', component: Checkbox }
export default meta

export const Checked: StoryObj<typeof Checkbox> = {
  args: { name: 'billing', label: 'Send the bill to the same address', defaultChecked: true },
}

export const Facet: StoryObj<typeof Checkbox> = {
  args: { name: 'material', value: 'wood', label: 'Wood', count: 18 },
}
