import type { Meta, StoryObj } from '@storybook/react-vite'
import * as icons from '../brand/icons.ts'
import { Row } from '../layout/row.tsx'
import { Stack } from '../layout/stack.tsx'
import { Button } from './button.tsx'

const meta: Meta<typeof Button> = {
  title: 'Actions/Button',
  component: Button,
  args: { children: 'Add to cart' },
}
export default meta

export const Primary: StoryObj<typeof Button> = { args: { variant: 'primary' } }

export const Pending: StoryObj<typeof Button> = { args: { variant: 'primary', pending: true } }

export const All: StoryObj<typeof Button> = {
  render: () => (
    <Stack>
      {(['s', 'm', 'l'] as const).map((size) => (
        <Row key={size}>
          <Button size={size} variant="primary" icon={icons.bag}>
            Add to cart
          </Button>
          <Button size={size}>Keep shopping</Button>
          <Button size={size} variant="quiet" icon={icons.edit}>
            Edit
          </Button>
          <Button size={size} variant="danger">
            Cancel order
          </Button>
          <Button size={size} disabled>
            Sold out
          </Button>
          <Button size={size} variant="primary" pending>
            Adding
          </Button>
        </Row>
      ))}
    </Stack>
  ),
}
