import type { Meta, StoryObj } from '@storybook/react-vite'
import { Row } from '../layout/row.tsx'
import { Icon } from './icon.tsx'
import * as icons from './icons.ts'

const meta: Meta<typeof Icon> = { title: 'Brand/Icon', component: Icon }
export default meta

export const All: StoryObj<typeof Icon> = {
  render: () => (
    <Row gap={6}>
      {Object.entries(icons).map(([name, path]) => (
        <span
          key={name}
          style={{ display: 'grid', justifyItems: 'center', gap: 8, width: 88, fontSize: 12.5 }}
        >
          <Icon path={path} size={28} />
          {name}
        </span>
      ))}
    </Row>
  ),
}
