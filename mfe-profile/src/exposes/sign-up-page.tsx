import { Button, TextField } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { announceSession } from '../announce-session.ts'
import { bff } from '../bff.ts'
import { AuthFormPage } from '../parts/auth-form-page.tsx'
import { AuthAlternative } from '../parts/auth-alternative.tsx'

const promises = [
  'All your orders and parcels in one place',
  'Saved addresses for a faster checkout',
  'Your cart on all your devices',
]

export async function loader(ctx: LoaderContext) {
  const { signedIn, returnTo } = await bff.caller(ctx).signInPage.query({ returnTo: ctx.search['returnTo'] })
  if (signedIn) redirect(returnTo)
  return { returnTo }
}

export function meta(): Meta {
  return { title: 'Create an account', robots: 'noindex' }
}

export default function SignUpPage({ data: { returnTo } }: { data: Loaded<typeof loader> }) {
  const others = (
    <AuthAlternative
      question="Already have an account?"
      href={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}
    >
      Sign in
    </AuthAlternative>
  )
  return (
    <AuthFormPage
      title="Create an account"
      lead="It takes a minute and costs nothing."
      promises={promises}
      procedure="signUp"
      onDone={announceSession}
      after={others}
    >
      {({ pending, errors, values }) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            label="Name"
            name="name"
            autoComplete="name"
            required
            defaultValue={values['name']}
            error={errors['name']}
          />
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={values['email']}
            error={errors['email']}
          />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            hint="At least 8 characters. A few words in a row make a good password."
            error={errors['password']}
          />
          <Button type="submit" variant="primary" size="l" pending={pending} block>
            Create account
          </Button>
        </>
      )}
    </AuthFormPage>
  )
}
