import type { CartLineView } from '@mallhive/bff-cart/router'
import { Button } from '@mallhive/design-system'
import { BffForm } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'

/** Button that reduces a line to the units left. */
export function TakeRest({ line, onTaken }: { line: CartLineView; onTaken: () => void }) {
  const t = useMessages()
  const { sku, title, available: count = 0 } = line
  return (
    <BffForm bff="cart" procedure="setQuantity" formId={`cart/takeRest/${sku}`} onDone={onTaken}>
      {({ pending, formError }) => (
        <>
          <input type="hidden" name="sku" value={sku} />
          <input type="hidden" name="quantity" value={count} />
          <Button
            type="submit"
            size="s"
            pending={pending}
            aria-label={t('line.change-to.label', { title, count })}
          >
            {t('line.change-to', { count })}
          </Button>
          {formError ? <p role="alert">{formError}</p> : null}
        </>
      )}
    </BffForm>
  )
}
