import type { Meta, StoryObj } from '@storybook/react-vite'
import { LinkButton } from '../actions/link-button.tsx'
import { EmptyState } from './empty-state.tsx'

const meta: Meta<typeof EmptyState> = { title: 'Feedback/EmptyState', component: EmptyState }
export default meta

export const EmptyCart: StoryObj<typeof EmptyState> = {
  args: {
    title: 'Your cart is empty',
    children: 'Everything you add waits here for 30 days, also when you close the page.',
    action: (
      <LinkButton href="#" variant="primary">
        See what is new
      </LinkButton>
    ),
  },
}
