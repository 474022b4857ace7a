import { Button, EmptyState } from '@mallhive/design-system'
import { BffForm } from '@mallhive/mfe-kit'

export function Expired({ checkoutId }: { checkoutId: string }) {
  return (
    <EmptyState
      headingLevel="h1"
      title="This checkout is closed"
      action={
        <BffForm bff="checkout" procedure="retryCheckout">
          {({ pending, formError }) => (
            <>
              <input type="hidden" name="checkoutId" value={checkoutId} />
              <Button type="submit" variant="primary" pending={pending}>
                Continue to checkout
              </Button>
              {formError ? <p role="alert">{formError}</p> : null}
            </>
          )}
        </BffForm>
      }
    >
      <p>
        You have started another one since, or it was open for too long. You have not been charged for this
        one, and your details are still saved.
      </p>
    </EmptyState>
  )
}
