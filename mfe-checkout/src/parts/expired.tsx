import { Button, EmptyState } from '@mallhive/design-system'
import { BffForm } from '@mallhive/mfe-kit'

export function Expired({ checkoutId }: { checkoutId: string }) {
  return (
    <EmptyState
      headingLevel="h1"
      title="This checkout has run out"
      action={
        <BffForm bff="checkout" procedure="retryCheckout">
          {({ pending, formError }) => (
            <>
              <input type="hidden" name="checkoutId" value={checkoutId} />
              <Button type="submit" variant="primary" pending={pending}>
                Go on with a new one
              </Button>
              {formError ? <p role="alert">{formError}</p> : null}
            </>
          )}
        </BffForm>
      }
    >
      <p>
        It was left for too long, so we gave the things back. Nothing was charged, and what you filled in is
        still here.
      </p>
    </EmptyState>
  )
}
