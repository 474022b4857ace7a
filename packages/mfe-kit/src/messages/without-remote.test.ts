import { createElement } from 'react'
import type { ComponentType, ContextType } from 'react'
import { prerender } from 'react-dom/static'
import { expect, test } from 'vitest'
import { ShellContext } from '../shell-context.ts'
import type { Catalog } from './compiled-message.ts'
import { CatalogContext, messagesOf } from './messages.ts'

interface Greeting {
  hello: () => string
}
const catalogOf = (locale: string, hello: string) => ({ locale, messages: { hello } })

let loads = 0
const { useMessages } = messagesOf<Greeting>('home', async () => {
  loads++
  return { default: catalogOf('en', 'Hello') }
})
const { useMessages: useShellMessages } = messagesOf<Greeting>('shell')

const Home = () => useMessages()('hello')
const ShellWords = () => useShellMessages()('hello')

test('a component that another host renders without <Remote> has the messages of the default locale', async () => {
  expect(await render(Home)).toBe('HelloHello')
  expect(loads).toBe(1)
})

test('a component inside <Remote> has the messages of the page, and loads no others', async () => {
  const before = loads
  expect(await render(Home, catalogOf('de', 'Hallo'))).toBe('HalloHallo')
  expect(loads).toBe(before)
})

test('messages without a catalogue of the default locale name their micro frontend', async () => {
  await expect(render(ShellWords)).rejects.toThrow('The messages of shell are not loaded.')
})

const shell: ContextType<typeof ShellContext> = {
  locale: 'en-IE',
  lang: 'en',
  currency: 'EUR',
  pathname: '/',
  search: {},
  Link: () => null,
  navigate() {},
  refresh() {},
  releases: {},
  integrity: () => undefined,
  load: () => Promise.reject(new Error('no other fragments')),
}

/** Returns the text of two of the component, as a host renders them in a catalogue's context or in none. */
async function render(content: ComponentType, catalog: Catalog | null = null): Promise<string> {
  const both = createElement('main', null, createElement(content), createElement(content))
  const within = createElement(CatalogContext, { value: catalog }, both)
  const { prelude } = await prerender(createElement(ShellContext, { value: shell }, within), {
    onError() {},
  })
  const html = await new Response(prelude).text()
  return html.replaceAll(/<[^>]*>/g, '')
}
