import { fileURLToPath } from 'node:url'
import { compileCatalog } from '@mallhive/mfe-kit/messages/catalogs'
import type { AssignedRelease, ExposedModule } from '@mallhive/mfe-kit/shell-context'
import { track } from '@mallhive/mfe-kit/host/tracked-promise'
import type { DocumentInput } from './renderer.tsx'
import type { PageContent } from './view.ts'

/** A release whose only page is `home/home-page`. */
const homeRelease: AssignedRelease = {
  id: 'home_1_0_0',
  name: 'home',
  version: '1.0.0',
  base: '/mfe/home/1.0.0/',
  web: 'web/remoteEntry.js',
  exposes: { 'home-page': { js: ['web/page.js'], css: ['web/page.css'] } },
  routes: { '/': 'home-page' },
  consumes: [],
}

const file = (name: string) => ({
  url: `/_next/static/documents/${name}`,
  integrity: `sha384-${name.length}`,
})

/** The input of a document that shows the home page, or other content. */
export function documentInput(
  data: unknown,
  content: PageContent = { kind: 'page', name: 'home/home-page', data, head },
): DocumentInput {
  return {
    json: {
      releases: { home: structuredClone(homeRelease) },
      locale: 'en-IE',
      lang: 'en',
      locales: ['en'],
      messages: compileCatalog(shellRoot, 'en'),
      catalogs: {},
      currency: 'EUR',
      sharing: 'on',
      consents: [],
      beaconRate: 0,
      files: { entry: file('shell.js'), react: file('react.js'), css: file('shell.css') },
      hasLinkedData: true,
      view: { at: '/', content, queries: { mutations: [], queries: [] } },
    },
    nonce: 'bm9uY2U=',
    traceparent: '00-1',
    token: 'token',
    linkedData: [{ '@type': 'Store', name: '</script><b>' }],
    hashes: { '/mfe/home/1.0.0/web/page.js': 'sha384-page' },
  }
}

const head = {
  title: 'Home · MallHive',
  shareTitle: 'Home',
  url: 'http://mall.test/',
  alternates: [],
  description: 'Shops',
}

const shellRoot = fileURLToPath(new URL('../..', import.meta.url))

/** Returns a `load` that yields one module, or what a promise of it does. */
export const loading = (module: ExposedModule | Promise<ExposedModule>) => {
  const loaded = track(Promise.resolve(module))
  return () => loaded
}
