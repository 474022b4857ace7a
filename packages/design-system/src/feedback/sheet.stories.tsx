import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import * as icons from '../brand/icons.ts'
import { Button } from '../actions/button.tsx'
import { Checkbox } from '../fields/checkbox.tsx'
import { Sheet } from './sheet.tsx'

const meta: Meta<typeof Sheet> = { title: 'Feedback/Sheet', component: Sheet }
export default meta

export const Facets: StoryObj<typeof Sheet> = {
  render: function Facets() {
    const [open, setOpen] = useState(true)
    return (
      <>
        <Button icon={icons.filter} onClick={() => setOpen(true)}>
          Filter
        </Button>
        <Sheet
          side="bottom"
          open={open}
          onOpenChange={setOpen}
          title="Filter"
          footer={
            <Button variant="primary" block onClick={() => setOpen(false)}>
              Show 42 products
            </Button>
          }
        >
          <Checkbox name="material" value="wood" label="Wood" count={18} defaultChecked />
          <Checkbox name="material" value="clay" label="Clay" count={11} />
          <Checkbox name="material" value="linen" label="Linen" count={9} />
        </Sheet>
      </>
    )
  },
}
