import type { CartLineView } from '@mallhive/bff-cart/router'
import { Button } from '@mallhive/design-system'
import { BffForm } from '@mallhive/mfe-kit'

/** Button that reduces a line to the units left. */
export function TakeRest({ line, onTaken }: { line: CartLineView; onTaken: () => void }) {
  const { sku, title, available } = line
  return (
    <BffForm bff="cart" procedure="setQuantity" formId={`cart/takeRest/${sku}`} onDone={onTaken}>
      {({ pending, formError }) => (
        <>
          <input type="hidden" name="sku" value={sku} />
          <input type="hidden" name="quantity" value={available} />
          <Button type="submit" size="s" pending={pending} aria-label={`Change ${title} to ${available}`}>
            Change to {available}
          </Button>
          {formError ? <p role="alert">{formError}</p> : null}
        </>
      )}
    </BffForm>
  )
}
