'use client'
import { createElement, use } from 'react'
import { LinkContext } from './link-provider.tsx'
import type { AnchorProps } from './link-provider.tsx'

/** A link: the host's link component where a LinkProvider gives one, a plain `<a>` elsewhere and for other origins. */
export function Anchor(props: AnchorProps) {
  const link = use(LinkContext)
  return createElement(link && props.href.startsWith('/') ? link : 'a', props)
}
