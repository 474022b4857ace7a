import type { Meta, StoryObj } from '@storybook/react-vite'
import { Amount } from '../cells/amount.tsx'
import { Badge } from '../cells/badge.tsx'
import { DataTable } from './data-table.tsx'
import type { Column } from './data-table.tsx'

const meta: Meta = { title: 'Facts/DataTable', component: DataTable }
export default meta

const rows = [
  { number: 'MH-20417', placed: '21 Nov', items: 3, minor: 11240, state: 'Paid' },
  { number: 'MH-20402', placed: '20 Nov', items: 1, minor: 4800, state: 'Sent' },
  { number: 'MH-20388', placed: '18 Nov', items: 2, minor: 25800, state: 'Sent' },
]

const columns: Column<(typeof rows)[number]>[] = [
  { key: 'number', label: 'Order', cell: (row) => row.number },
  { key: 'placed', label: 'Placed', cell: (row) => row.placed, wideOnly: true },
  { key: 'items', label: 'Items', cell: (row) => row.items, align: 'end', wideOnly: true },
  {
    key: 'total',
    label: 'Total',
    cell: (row) => <Amount locale="en-IE" size="s" minor={row.minor} currency="EUR" />,
    align: 'end',
  },
  {
    key: 'state',
    label: 'State',
    cell: (row) => <Badge tone={row.state === 'Paid' ? 'honey' : 'leaf'}>{row.state}</Badge>,
  },
]

const table = { caption: 'Orders', rows, rowKey: (row: (typeof rows)[number]) => row.number, columns }

export const Orders: StoryObj = { render: () => <DataTable {...table} /> }

export const CardsOnPhones: StoryObj = {
  globals: { viewport: { value: 'mobile1' } },
  render: () => <DataTable {...table} cards />,
}
