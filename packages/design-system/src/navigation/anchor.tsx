'use client'
import { createElement, use } from 'react'
import { LinkContext } from './link-provider.tsx'
import type { AnchorProps } from './link-provider.tsx'

/** A link: the LinkProvider's component for paths of this origin, else a plain `<a>`. */
export function Anchor(props: AnchorProps) {
  const link = use(LinkContext)
  return createElement(link && props.href.startsWith('/') ? link : 'a', props)
}
