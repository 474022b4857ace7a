import { globSync } from 'node:fs'
import { composeStory } from '@storybook/react-vite'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'

type StoryFile = { default: Meta } & Record<string, StoryObj>

const files = globSync('**/*.stories.tsx', { cwd: import.meta.dirname })

test.for(files)('every story of %s renders content', async (file) => {
  const { default: meta, ...stories }: StoryFile = await import(`${import.meta.dirname}/${file}`)
  expect(Object.keys(stories)).not.toEqual([])
  const blank = Object.entries(stories).filter(
    ([, story]) => renderToString(createElement(composeStory(story, meta))) === '',
  )
  expect(blank.map(([name]) => name)).toEqual([])
})
