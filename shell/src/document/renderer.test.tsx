import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Link, messagesOf } from '@mallhive/mfe-kit'
import { ClientOnly, clientOnlyDigest } from '@mallhive/mfe-kit/host/client-only'
import type { ExposedModule } from '@mallhive/mfe-kit/shell-context'
import { Suspense, use } from 'react'
import { expect, test } from 'vitest'
import { renderDocument } from './renderer.tsx'
import type { DocumentCode } from './renderer.tsx'
import { documentInput, loading } from './testing.ts'

interface Rendered {
  html: string
  errors: unknown[]
  /** Remotes that began and did not finish. */
  unfinished: Set<string>
}

async function render(
  module: ExposedModule | Promise<ExposedModule>,
  input = documentInput({ words: 'Welcome' }),
  load: DocumentCode['load'] = loading(module),
): Promise<Rendered> {
  const errors: unknown[] = []
  const unfinished = new Set<string>()
  await Promise.resolve(module).catch(() => {})
  const onRender = (name: string, step: 'begun' | 'done') =>
    void (step === 'begun' ? unfinished.add(name) : unfinished.delete(name))
  const output = new PassThrough()
  const ready = Promise.withResolvers<void>()
  const { pipe } = renderDocument(
    input,
    { load, onRender, formKey: () => 'key' },
    {
      onShellReady: ready.resolve,
      onError(error) {
        errors.push(error)
        return error instanceof ClientOnly ? error.digest : undefined
      },
    },
  )
  await ready.promise
  pipe(output)
  return { html: await text(output), errors, unfinished }
}

const Page = ({ data }: { data: { words: string } }) => <h1>{data.words}</h1>
const words = { default: Page } as unknown as ExposedModule

test('a page is whole, in its place, with its head and its release', async () => {
  const { html, errors, unfinished } = await render(words)
  expect(html).toMatch(
    /^<!DOCTYPE html><html lang="en" dir="ltr"><head>.*<title>Home · MallHive<\/title>.*<\/head><body>/s,
  )
  expect(html).toMatch(/<main .*data-remote="home\/home-page" data-version="1\.0\.0".*<h1>Welcome<\/h1>/s)
  expect(html).toContain('<link rel="canonical" href="http://mall.test/"')
  expect(html).toContain('<meta name="mall-document" content="token"')
  expect(html).not.toContain('$RC')
  expect([...unfinished, ...errors]).toEqual([])
})

test('every script that runs has the nonce, and every file of the shell its hash', async () => {
  const { html } = await render(words)
  const scripts = [...html.matchAll(/<script(?![^>]*type="application\/(?:ld\+)?json")[^>]*>/g)].map(String)
  expect(scripts.length).toBeGreaterThanOrEqual(3)
  for (const script of scripts) expect(script).toContain('nonce="bm9uY2U="')
  expect(html).toMatch(/<script[^>]* src="\/_next\/static\/documents\/shell\.js"[^>]* integrity="sha384-8"/)
  expect(html).toMatch(
    /<link rel="modulepreload" href="\/_next\/static\/documents\/react\.js"[^>]* integrity=/,
  )
  expect(html).toContain('{"integrity":{"/mfe/home/1.0.0/web/page.js":"sha384-page"}}')
})

test('data of a page or of linked data never ends a script element', async () => {
  const { html } = await render(words, documentInput({ words: '</script><i>' }))
  expect(html).not.toMatch(/<\/script><[ib]>/)
  const [, json = ''] = /id="mall-document-data"[^>]*>(.*?)<\/script>/s.exec(html) ?? []
  expect(JSON.parse(json).view.content.data).toEqual({ words: '</script><i>' })
  expect(json).not.toContain('bm9uY2U=')
})

test('a page that throws leaves a placeholder and is reported as unfinished', async () => {
  const Broken = () => {
    throw new Error('broken')
  }
  const { html, errors, unfinished } = await render({ default: Broken })
  expect([...unfinished]).toEqual(['home/home-page'])
  expect(errors).toMatchObject([{ message: 'broken' }])
  expect(html).toMatch(/<noscript>.*Something went wrong.*<\/noscript>/s)
})

test('a page without server code is left to the browser, under a digest that the browser knows', async () => {
  const { html, unfinished } = await render(Promise.reject(new ClientOnly('not here')))
  expect(html).toContain(`data-dgst="${clientOnlyDigest}"`)
  expect([...unfinished]).toEqual([])
})

test('what suspends follows in the same document, behind what is ready', async () => {
  const later = Promise.withResolvers<string>()
  const Late = () => <p>{use(later.promise)}</p>
  const Streaming = () => (
    <Suspense fallback={<p>…</p>}>
      <Late />
    </Suspense>
  )
  setTimeout(later.resolve, 20, 'at last')
  const { html } = await render({ default: Streaming })
  expect(html.indexOf('at last')).toBeGreaterThan(html.indexOf('mall-document-data'))
})

test.each([
  [{ kind: 'not-found' } as const, 'Page not found'],
  [{ kind: 'failed', status: 503 } as const, 'not available right now'],
  [{ kind: 'sign-in-first' } as const, 'Release console'],
])('%o is a document with the frame', async (content, title) => {
  const { html } = await render(words, documentInput(undefined, content))
  expect(html).toContain(title)
  expect(html).toContain('<meta name="robots" content="noindex"')
  expect(html).toContain('aria-label="MallHive, home"')
})

test('a page is rendered with the messages of its release in the locale of the document, and links keep it', async () => {
  const { useMessages } = messagesOf<{ hello: (values: { n: number }) => string }>('home')
  const Localised = () => (
    <h1>
      <Link href="/cart">{useMessages()('hello', { n: 1200 })}</Link>
    </h1>
  )
  const page = loading({ default: Localised })
  const catalog = { locale: 'de', messages: { hello: ['Hallo ', ['n', 'number', {}]] } }
  const messages = loading({ default: catalog } as unknown as ExposedModule)
  await Promise.all([page(), messages()])
  const input = documentInput({})
  const [home] = Object.values(input.json.releases)
  Object.assign(home?.exposes ?? {}, { 'messages-de': { js: ['web/messages-de.js'], css: [] } })
  Object.assign(input.json, { lang: 'de', locale: 'de-DE', locales: ['en', 'de'] })
  const load: DocumentCode['load'] = (_, expose) => (expose === 'messages-de' ? messages() : page())
  const { html, errors } = await render({ default: Localised }, input, load)
  expect(errors).toEqual([])
  expect(html).toContain('<h1><a href="/de/cart">Hallo 1.200</a></h1>')
  expect(html).toMatch(/<html lang="de" dir="ltr"/)
  expect(html).toMatch(/<link rel="modulepreload" href="\/mfe\/home\/1\.0\.0\/web\/messages-de\.js"/)
  expect(html).toMatch(/<form[^>]*aria-label="Language".*lang="de"[^>]*aria-pressed="true"[^>]*>Deutsch</s)
})

test('a page whose messages came with the document loads no file of them', async () => {
  const { useMessages } = messagesOf<{ hello: () => string }>('home')
  const Localised = () => <h1>{useMessages()('hello')}</h1>
  const page = loading({ default: Localised })
  await page()
  const input = documentInput({})
  const [home] = Object.values(input.json.releases)
  Object.assign(home?.exposes ?? {}, { 'messages-en': { js: ['web/messages-en.js'], css: [] } })
  input.json.catalogs = { 'home/messages-en': { locale: 'en', messages: { hello: 'Hello there' } } }
  const loaded: string[] = []
  const load: DocumentCode['load'] = (_, expose) => {
    loaded.push(expose)
    return page()
  }
  const { html } = await render({ default: Localised }, input, load)
  expect(html).toContain('<h1>Hello there</h1>')
  expect(html).not.toMatch(/<link[^>]*messages-en/)
  expect(loaded).toEqual(['home-page'])
})
