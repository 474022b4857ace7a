import type { Meta, StoryObj } from '@storybook/react-vite'
import { Stack } from '../layout/stack.tsx'
import { Skeleton } from './skeleton.tsx'

const meta: Meta<typeof Skeleton> = { title: 'Feedback/Skeleton', component: Skeleton }
export default meta

export const Shapes: StoryObj<typeof Skeleton> = {
  render: () => (
    <Stack style={{ width: 240 }}>
      <Skeleton shape="cell" />
      <Skeleton width="80%" />
      <Skeleton shape="control" />
    </Stack>
  ),
}
