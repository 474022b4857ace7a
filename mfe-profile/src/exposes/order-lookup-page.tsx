import { Button, TextField, icons } from '@mallhive/design-system'
import { Link, type Loaded, type LoaderContext, type Meta } from '@mallhive/mfe-kit'
import { AuthFormPage } from '../parts/auth-form-page.tsx'

export async function loader(ctx: LoaderContext) {
  return { number: ctx.search['number']?.slice(0, 120) ?? '' }
}

export function meta(): Meta {
  return { title: 'Find your order', robots: 'noindex' }
}

export default function OrderLookupPage({ data: { number } }: { data: Loaded<typeof loader> }) {
  const others = (
    <p>
      With an account, <Link href="/orders">all your orders</Link> are in one place.
    </p>
  )
  return (
    <AuthFormPage
      title="Find your order"
      lead="You’ll find the order number in your confirmation e-mail."
      procedure="lookUpOrder"
      after={others}
    >
      {({ pending, errors, values }) => (
        <>
          <TextField
            label="Order number"
            name="number"
            autoComplete="off"
            spellCheck={false}
            required
            defaultValue={values['number'] ?? number}
            error={errors['number']}
          />
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="email"
            required
            defaultValue={values['email']}
            error={errors['email']}
          />
          <Button type="submit" variant="primary" size="l" icon={icons.search} pending={pending} block>
            Find order
          </Button>
        </>
      )}
    </AuthFormPage>
  )
}
