import type { Meta, StoryObj } from '@storybook/react-vite'
import { Stack } from '../layout/stack.tsx'
import { OptionPicker } from './option-picker.tsx'

const meta: Meta<typeof OptionPicker> = { title: 'Cells/OptionPicker', component: OptionPicker }
export default meta

export const SwatchesAndChips: StoryObj<typeof OptionPicker> = {
  render: () => (
    <Stack gap={5}>
      <OptionPicker
        legend="Colour"
        options={[
          { value: 'clay', label: 'Clay', swatch: '#b9613f', href: '#clay', selected: true },
          { value: 'moss', label: 'Moss', swatch: '#6c7a45', href: '#moss' },
          { value: 'ink', label: 'Ink', swatch: '#22283a', href: '#ink' },
          { value: 'chalk', label: 'Chalk', swatch: '#f4f0e6', href: '#chalk', unavailable: true },
        ]}
      />
      <OptionPicker
        legend="Size"
        options={[
          { value: 's', label: 'S', href: '#s' },
          { value: 'm', label: 'M', href: '#m', selected: true },
          { value: 'l', label: 'L', href: '#l', unavailable: true },
          { value: 'xl', label: 'XL', href: '#xl' },
        ]}
      />
    </Stack>
  ),
}
