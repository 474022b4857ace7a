import { Button, EmptyState } from '@mallhive/design-system'
import { BffForm } from '@mallhive/mfe-kit'

export function Expired({ checkoutId }: { checkoutId: string }) {
  return (
    <EmptyState
      headingLevel="h1"
      title="This checkout has expired"
      action={
        <BffForm bff="checkout" procedure="retryCheckout">
          {({ pending, formError }) => (
            <>
              <input type="hidden" name="checkoutId" value={checkoutId} />
              <Button type="submit" variant="primary" pending={pending}>
                Start a new checkout
              </Button>
              {formError ? <p role="alert">{formError}</p> : null}
            </>
          )}
        </BffForm>
      }
    >
      <p>
        It was open for too long, or you have started another one since. You have not been charged for this
        one, and your details are still saved.
      </p>
    </EmptyState>
  )
}
