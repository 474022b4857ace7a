import { Button, Notice, icons } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'

/** Notice that part of the front page could not be loaded. */
export function ShelvesClosed() {
  const { refresh } = useShell()
  return (
    <Notice
      tone="honey"
      title="Some shelves are out of reach for a moment"
      action={
        <Button size="s" icon={icons.refresh} onClick={refresh}>
          Try again
        </Button>
      }
    >
      We can’t show all of our shops right now. Your cart and your orders are where you left them.
    </Notice>
  )
}
