type AddFieldsProps = { sku: string; priceMinor: number; currency: string; idempotencyKey: string }

/** Hidden fields of every form that adds to the cart. */
export function AddFields({ sku, priceMinor, currency, idempotencyKey }: AddFieldsProps) {
  return (
    <>
      <input type="hidden" name="sku" value={sku} />
      <input type="hidden" name="priceMinor" value={priceMinor} />
      <input type="hidden" name="currency" value={currency} />
      {/* Server and browser each make one up; either is good, as long as it is sent once. */}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} suppressHydrationWarning />
      {/* Read by the BFF host only, where a form is posted without JavaScript. */}
      <input type="hidden" name="_redirect" value="/cart" />
    </>
  )
}
