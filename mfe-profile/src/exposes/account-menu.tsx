import { IconLink, icons } from '@mallhive/design-system'
import { type LoaderContext, useBrowserEvent, useShell } from '@mallhive/mfe-kit'
import { useQuery } from '@tanstack/react-query'
import { bff } from '../bff.ts'
import { hereOf } from '../here-of.ts'
import { useMessages } from '../account-menu-messages.ts'

export async function loader(ctx: LoaderContext): Promise<void> {
  await ctx.queryClient.prefetchQuery(bff.options(ctx).whoAmI.queryOptions())
}

/** Link to the account, or to the sign-in page. */
export default function AccountMenu() {
  const t = useMessages()
  const { pathname, search } = useShell()
  const { data, refetch } = useQuery(bff.useTRPC().whoAmI.queryOptions())
  useBrowserEvent('session:changed', () => void refetch())
  if (data?.signedIn) {
    const [first = data.name] = data.name.split(' ')
    const label = t('account', { name: data.name })
    return <IconLink href="/account" icon={icons.user} label={label} text={first} />
  }
  const here = pathname.startsWith('/sign-') ? search['returnTo'] : hereOf(pathname, search)
  const back = here ? `?returnTo=${encodeURIComponent(here)}` : ''
  const label = t('sign-in')
  return <IconLink href={`/sign-in${back}`} icon={icons.user} label={label} text={label} />
}
