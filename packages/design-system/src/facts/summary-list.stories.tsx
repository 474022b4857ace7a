import type { Meta, StoryObj } from '@storybook/react-vite'
import { Amount } from '../cells/amount.tsx'
import { Panel } from '../layout/panel.tsx'
import { SummaryList } from './summary-list.tsx'

const meta: Meta<typeof SummaryList> = { title: 'Facts/SummaryList', component: SummaryList }
export default meta

export const Totals: StoryObj<typeof SummaryList> = {
  render: () => (
    <Panel title="Summary" style={{ maxWidth: 380 }}>
      <SummaryList
        rows={[
          { label: 'Items', value: <Amount locale="en-IE" minor={17700} currency="EUR" /> },
          {
            label: 'Shipping',
            hint: 'Standard, 3 to 5 days',
            value: <Amount locale="en-IE" minor={490} currency="EUR" />,
          },
          {
            label: 'Total',
            hint: 'including €29.03 VAT',
            value: <Amount locale="en-IE" minor={18190} currency="EUR" size="l" />,
            strong: true,
          },
        ]}
      />
    </Panel>
  ),
}
