import type { Meta, StoryObj } from '@storybook/react-vite'
import { Row } from '../layout/row.tsx'
import { ChipLink } from './chip-link.tsx'
import { Chip } from './chip.tsx'

const meta: Meta<typeof Chip> = { title: 'Navigation/Chip', component: Chip }
export default meta

export const States: StoryObj<typeof Chip> = {
  render: () => (
    <Row gap={2}>
      <Chip>All</Chip>
      <Chip selected count={12}>
        New
      </Chip>
      <ChipLink href="#" count={48}>
        Teaware
      </ChipLink>
      <ChipLink href="#" removable>
        Under €50
      </ChipLink>
    </Row>
  ),
}
