import { Button, TextField, icons } from '@mallhive/design-system'
import { Link, type Loaded, type LoaderContext, type Meta } from '@mallhive/mfe-kit'
import { messages, useMessages } from '../messages.ts'
import { AuthFormPage } from '../parts/auth-form-page.tsx'

export async function loader(ctx: LoaderContext) {
  return { number: ctx.search['number']?.slice(0, 120) ?? '' }
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('look-up.title'), robots: 'noindex' }
}

export default function OrderLookupPage({ data: { number } }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const others = <p>{t('look-up.account', { link: (text) => <Link href="/orders">{text}</Link> })}</p>
  return (
    <AuthFormPage title={t('look-up.title')} lead={t('look-up.lead')} procedure="lookUpOrder" after={others}>
      {({ pending, errors, values }) => (
        <>
          <TextField
            label={t('look-up.number')}
            name="number"
            autoComplete="off"
            spellCheck={false}
            required
            defaultValue={values['number'] ?? number}
            error={errors['number']}
          />
          <TextField
            label={t('look-up.email')}
            name="email"
            type="email"
            autoComplete="email"
            required
            defaultValue={values['email']}
            error={errors['email']}
          />
          <Button type="submit" variant="primary" size="l" icon={icons.search} pending={pending} block>
            {t('look-up.submit')}
          </Button>
        </>
      )}
    </AuthFormPage>
  )
}
