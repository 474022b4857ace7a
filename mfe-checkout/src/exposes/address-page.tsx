import { Button, ErrorSummary, Notice, Stack } from '@mallhive/design-system'
import { BffForm, Link, type Loaded, type LoaderContext, type Meta } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { messages, useMessages } from '../messages.ts'
import { AddressFields } from '../parts/address-fields.tsx'
import { CheckoutFrame } from '../parts/checkout-frame.tsx'
import { SavedAddresses } from '../parts/saved-addresses.tsx'
import { loadStep } from '../steps.ts'

export async function loader(ctx: LoaderContext) {
  const [checkout, form] = await Promise.all([loadStep(ctx, 'address'), bff.caller(ctx).addressForm.query()])
  return { checkout, form }
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('meta.address'), robots: 'noindex' }
}

export default function AddressPage({ data: { checkout, form } }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  return (
    <CheckoutFrame checkout={checkout} step="address" title={t('address.title')}>
      {form.signedIn ? null : (
        <Notice>
          {t('address.guest', { link: (text) => <Link href="/sign-in?returnTo=/checkout">{text}</Link> })}
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
              {t('address.continue')}
            </Button>
          </Stack>
        )}
      </BffForm>
    </CheckoutFrame>
  )
}
