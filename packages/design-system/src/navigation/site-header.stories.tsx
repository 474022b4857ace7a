import type { Meta, StoryObj } from '@storybook/react-vite'
import * as icons from '../brand/icons.ts'
import { IconButton } from '../actions/icon-button.tsx'
import { IconLink } from '../actions/icon-link.tsx'
import { Logo } from '../brand/logo.tsx'
import { SearchField } from '../fields/search-field.tsx'
import { SiteHeader } from './site-header.tsx'

const meta: Meta<typeof SiteHeader> = {
  title: 'Navigation/SiteHeader',
  component: SiteHeader,
  parameters: { layout: 'fullscreen' },
}
export default meta

export const Full: StoryObj<typeof SiteHeader> = {
  args: {
    logo: (
      <a href="/" aria-label="MallHive, home">
        <Logo compact />
      </a>
    ),
    search: <SearchField />,
    actions: (
      <>
        <IconButton icon={icons.moon} label="Dark theme" />
        <IconLink href="#" icon={icons.user} label="Sign in" />
        <IconLink href="#" icon={icons.bag} label="Cart, 3 items" count={3} />
      </>
    ),
  },
}
