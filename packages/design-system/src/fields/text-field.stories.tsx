import type { Meta, StoryObj } from '@storybook/react-vite'
import { TextField } from './text-field.tsx'

const meta: Meta<typeof TextField> = {
  title: 'Fields/TextField',
  component: TextField,
  args: { label: 'E-mail', name: 'email', type: 'email' },
}
export default meta

export const Empty: StoryObj<typeof TextField> = {
  args: { hint: 'For the confirmation and the tracking number.' },
}

export const WithError: StoryObj<typeof TextField> = {
  args: { defaultValue: 'ada@', error: 'This address has no part after the @.' },
}

export const Optional: StoryObj<typeof TextField> = {
  args: { label: 'Company', name: 'company', optional: true },
}
