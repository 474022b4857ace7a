import type { Meta, StoryObj } from '@storybook/react-vite'
import { TextAreaField } from './text-area-field.tsx'

const meta: Meta<typeof TextAreaField> = { title: 'Fields/TextAreaField', component: TextAreaField }
export default meta

export const Note: StoryObj<typeof TextAreaField> = {
  args: { label: 'Note for the shop', name: 'note', optional: true, hint: 'Up to 300 characters.' },
}
