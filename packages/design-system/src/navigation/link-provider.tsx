'use client'
import type { ComponentPropsWithRef, ComponentType, ReactNode } from 'react'
import { sharedContext } from '../shared-context.ts'

export type AnchorProps = Omit<ComponentPropsWithRef<'a'>, 'href'> & { href: string }

export type LinkComponent = ComponentType<AnchorProps>

export const LinkContext = sharedContext<LinkComponent | undefined>('link', undefined)

/** Provides the host's link component (client-side navigation) for every link of the design system. */
export function LinkProvider({ link, children }: { link: LinkComponent; children: ReactNode }) {
  return <LinkContext value={link}>{children}</LinkContext>
}
