import { Button, TextField } from '@mallhive/design-system'
import { Link, type Loaded, type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { announceSession } from '../announce-session.ts'
import { bff } from '../bff.ts'
import { Door } from '../parts/door.tsx'

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
    <>
      Have one already? <Link href={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}>Sign in</Link>.
    </>
  )
  return (
    <Door
      title="Open an account"
      lead="For orders in one place and addresses you type once."
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
    </Door>
  )
}
