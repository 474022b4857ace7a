import { Button, Notice, icons } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'

/** Notice that part of the front page could not be loaded. */
export function ShelvesClosed() {
  const { refresh } = useShell()
  return (
    <Notice
      tone="honey"
      title="Some products can’t be shown right now"
      action={
        <Button size="s" icon={icons.refresh} onClick={refresh}>
          Try again
        </Button>
      }
    >
      We’re having trouble loading some of our shops. Your cart and your orders are safe.
    </Notice>
  )
}
