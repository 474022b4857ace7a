import type { Meta, StoryObj } from '@storybook/react-vite'
import * as icons from '../brand/icons.ts'
import { Row } from '../layout/row.tsx'
import { Badge } from './badge.tsx'

const meta: Meta<typeof Badge> = { title: 'Cells/Badge', component: Badge }
export default meta

export const Tones: StoryObj<typeof Badge> = {
  render: () => (
    <Row>
      <Badge>Sold out</Badge>
      <Badge tone="berry">−20 %</Badge>
      <Badge tone="leaf" icon={icons.check}>
        In stock
      </Badge>
      <Badge tone="honey">New</Badge>
    </Row>
  ),
}
