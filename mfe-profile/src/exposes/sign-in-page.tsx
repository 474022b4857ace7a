import { Button, TextField } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { announceSession } from '../announce-session.ts'
import { bff } from '../bff.ts'
import { AuthFormPage } from '../parts/auth-form-page.tsx'
import { AuthAlternative } from '../parts/auth-alternative.tsx'

export async function loader(ctx: LoaderContext) {
  const { signedIn, returnTo } = await bff.caller(ctx).signInPage.query({ returnTo: ctx.search['returnTo'] })
  if (signedIn) redirect(returnTo)
  return { returnTo }
}

export function meta(): Meta {
  return { title: 'Sign in', robots: 'noindex' }
}

export default function SignInPage({ data: { returnTo } }: { data: Loaded<typeof loader> }) {
  const others = (
    <>
      <AuthAlternative question="New here?" href={`/sign-up?returnTo=${encodeURIComponent(returnTo)}`}>
        Create an account
      </AuthAlternative>
      <AuthAlternative question="Ordered as a guest?" href="/order-lookup">
        Find your order
      </AuthAlternative>
    </>
  )
  return (
    <AuthFormPage
      title="Welcome back"
      lead="Your cart comes with you when you sign in."
      procedure="signIn"
      onDone={announceSession}
      after={others}
    >
      {({ pending, errors, values }) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
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
            autoComplete="current-password"
            required
            error={errors['password']}
          />
          <Button type="submit" variant="primary" size="l" pending={pending} block>
            Sign in
          </Button>
        </>
      )}
    </AuthFormPage>
  )
}
