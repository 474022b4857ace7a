import { Button, Notice, icons } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'

/** Notice that part of the front page could not be loaded. */
export function ShelvesClosed() {
  const t = useMessages()
  const { refresh } = useShell()
  return (
    <Notice
      tone="honey"
      title={t('closed.title')}
      action={
        <Button size="s" icon={icons.refresh} onClick={refresh}>
          {t('closed.again')}
        </Button>
      }
    >
      {t('closed.words')}
    </Notice>
  )
}
