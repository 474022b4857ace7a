import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../actions/button.tsx'
import { Stack } from '../layout/stack.tsx'
import { Notice } from './notice.tsx'

const meta: Meta<typeof Notice> = { title: 'Feedback/Notice', component: Notice }
export default meta

export const Tones: StoryObj<typeof Notice> = {
  render: () => (
    <Stack gap={3}>
      <Notice title="Prices are shown with VAT">They change with the country you ship to.</Notice>
      <Notice tone="honey" title="Only 2 left">
        We set your quantity to what is there.
      </Notice>
      <Notice tone="leaf" title="Order placed">
        A confirmation is on its way to your inbox.
      </Notice>
      <Notice tone="berry" title="The card was declined" action={<Button size="s">Try another</Button>}>
        Nothing was charged and your items are still reserved.
      </Notice>
    </Stack>
  ),
}
