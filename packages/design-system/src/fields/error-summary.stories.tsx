import type { Meta, StoryObj } from '@storybook/react-vite'
import { ErrorSummary } from './error-summary.tsx'

const meta: Meta<typeof ErrorSummary> = { title: 'Fields/ErrorSummary', component: ErrorSummary }
export default meta

export const TwoFields: StoryObj<typeof ErrorSummary> = {
  args: { errors: { email: 'Enter an e-mail address', postcode: 'A German postcode has five digits' } },
}
