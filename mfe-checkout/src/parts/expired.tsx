import { Button, EmptyState } from '@mallhive/design-system'
import { BffForm } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'

export function Expired({ checkoutId }: { checkoutId: string }) {
  const t = useMessages()
  return (
    <EmptyState
      headingLevel="h1"
      title={t('expired.title')}
      action={
        <BffForm bff="checkout" procedure="retryCheckout">
          {({ pending, formError }) => (
            <>
              <input type="hidden" name="checkoutId" value={checkoutId} />
              <Button type="submit" variant="primary" pending={pending}>
                {t('expired.again')}
              </Button>
              {formError ? <p role="alert">{formError}</p> : null}
            </>
          )}
        </BffForm>
      }
    >
      <p>{t('expired.words')}</p>
    </EmptyState>
  )
}
