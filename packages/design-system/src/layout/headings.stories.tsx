import type { Meta, StoryObj } from '@storybook/react-vite'
import { LinkButton } from '../actions/link-button.tsx'
import { PageHeading } from './page-heading.tsx'
import { SectionHeading } from './section-heading.tsx'
import { Stack } from './stack.tsx'

const meta: Meta = { title: 'Layout/Headings' }
export default meta

export const PageAndSection: StoryObj = {
  render: () => (
    <Stack gap={8}>
      <PageHeading
        title="Kitchen and table"
        lead="Things that are used every day and get better for it."
        actions={<LinkButton href="#">Visit the shop</LinkButton>}
      />
      <SectionHeading title="Fresh on the shelves" more={{ href: '#', label: 'See all' }} />
    </Stack>
  ),
}
