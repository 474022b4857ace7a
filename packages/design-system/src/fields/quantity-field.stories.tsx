import type { Meta, StoryObj } from '@storybook/react-vite'
import { QuantityField } from './quantity-field.tsx'

const meta: Meta<typeof QuantityField> = { title: 'Fields/QuantityField', component: QuantityField }
export default meta

export const One: StoryObj<typeof QuantityField> = {
  args: { label: 'Quantity', showLabel: true, defaultValue: 1, max: 9 },
}
