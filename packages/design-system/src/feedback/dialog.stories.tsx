import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { Button } from '../actions/button.tsx'
import { Dialog } from './dialog.tsx'

const meta: Meta<typeof Dialog> = { title: 'Feedback/Dialog', component: Dialog }
export default meta

export const Question: StoryObj<typeof Dialog> = {
  render: function Question() {
    const [open, setOpen] = useState(true)
    return (
      <>
        <Button onClick={() => setOpen(true)}>Cancel order</Button>
        <Dialog
          open={open}
          onOpenChange={setOpen}
          title="Cancel this order?"
          footer={
            <>
              <Button onClick={() => setOpen(false)}>Keep it</Button>
              <Button variant="danger">Cancel order</Button>
            </>
          }
        >
          Nothing has been sent yet. You get the whole amount back, usually within three days.
        </Dialog>
      </>
    )
  },
}
