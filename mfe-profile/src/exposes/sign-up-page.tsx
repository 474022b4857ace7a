import { Button, TextField } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { announceSession } from '../announce-session.ts'
import { bff } from '../bff.ts'
import { AuthFormPage } from '../parts/auth-form-page.tsx'
import { AuthAlternative } from '../parts/auth-alternative.tsx'

const promises = [
  'All your orders in one place, and where each parcel is',
  'Addresses that you type once',
  'Your cart on all your devices',
]

export async function loader(ctx: LoaderContext) {
  const { signedIn, returnTo } = await bff.caller(ctx).signInPage.query({ returnTo: ctx.search['returnTo'] })
  if (signedIn) redirect(returnTo)
  return { returnTo }
}

export function meta(): Meta {
  return { title: 'Open an account', robots: 'noindex' }
}

export default function SignUpPage({ data: { returnTo } }: { data: Loaded<typeof loader> }) {
  const others = (
    <AuthAlternative question="Have one already?" href={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}>
      Sign in
    </AuthAlternative>
  )
  return (
    <AuthFormPage
      title="Open an account"
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
            hint="At least 8 characters. A few words in a row make a good one."
            error={errors['password']}
          />
          <Button type="submit" variant="primary" size="l" pending={pending} block>
            Open account
          </Button>
        </>
      )}
    </AuthFormPage>
  )
}
