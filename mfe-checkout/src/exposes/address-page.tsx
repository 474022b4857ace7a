import { Button, ErrorSummary, Notice, Stack } from '@mallhive/design-system'
import { BffForm, Link, type Loaded, type LoaderContext, type Meta } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { AddressFields } from '../parts/address-fields.tsx'
import { CheckoutFrame } from '../parts/checkout-frame.tsx'
import { SavedAddresses } from '../parts/saved-addresses.tsx'
import { loadStep } from '../steps.ts'

export async function loader(ctx: LoaderContext) {
  const [checkout, form] = await Promise.all([loadStep(ctx, 'address'), bff.caller(ctx).addressForm.query()])
  return { checkout, form }
}

export const meta = (): Meta => ({ title: 'Checkout: address', robots: 'noindex' })

export default function AddressPage({ data: { checkout, form } }: { data: Loaded<typeof loader> }) {
  return (
    <CheckoutFrame checkout={checkout} step="address" title="Where should we send it?">
      {form.signedIn ? null : (
        <Notice>
          Have an account? <Link href="/sign-in?returnTo=/checkout">Sign in</Link> to use your saved
          addresses, or continue as a guest.
        </Notice>
      )}
      <SavedAddresses checkoutId={checkout.id} saved={form.saved} />
      <BffForm bff="checkout" procedure="saveAddress" noValidate>
        {({ pending, errors, formError, values }) => (
          <Stack gap={5}>
            <ErrorSummary errors={errors} formError={formError} />
            <input type="hidden" name="checkoutId" value={checkout.id} />
            <AddressFields
              errors={errors}
              known={{ name: form.name, ...checkout.address, email: checkout.email || form.email, ...values }}
              countries={form.countries}
              mayRemember={form.signedIn}
            />
            <Button type="submit" variant="primary" size="l" pending={pending}>
              Continue to shipping
            </Button>
          </Stack>
        )}
      </BffForm>
    </CheckoutFrame>
  )
}
