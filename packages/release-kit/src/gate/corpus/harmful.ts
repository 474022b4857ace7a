import { FieldDescriptorProto_Type } from '@bufbuild/protobuf/wkt'
import type { Case } from './case.ts'
import { fieldOf, serving } from './contracts.ts'

const heavy = Array.from({ length: 9000 }, (_, at) => `'${(at * 2654435761).toString(36)}'`).join(',')

/** Releases that would break what is live; the gate must refuse each for its own reason. */
export const harmful: Case[] = [
  {
    name: 'a type that a fragment’s properties import changes its shape',
    refusal: 'fragment-props',
    naming: 'news@1.0.0',
    change: {
      'src/price.ts': [['minor: number', 'minor: string']],
    },
  },
  {
    name: 'a property that live consumers give gets another name',
    refusal: 'fragment-props',
    naming: 'news@1.0.0',
    change: {
      'src/price-tag.tsx': [
        [`size?:`, `scale?:`],
        [`size = `, `scale: size = `],
      ],
    },
  },
  {
    name: 'a fragment that live pages show is gone',
    refusal: 'fragment-removed',
    naming: 'src/news-page.tsx:11',
    change: { 'mall.config.ts': [[`    'price-tag': './src/price-tag.tsx',\n`, '']] },
  },
  {
    name: 'a fragment is consumed that nobody exposes',
    refusal: 'consumed-fragment',
    naming: 'src/shop-page.tsx:20',
    change: { 'src/shop-page.tsx': [[`<Remote name="news/teaser"`, `<Remote name="news/teazer"`]] },
  },
  {
    name: 'a live fragment is given what it does not take',
    refusal: 'passed-props',
    naming: 'src/shop-page.tsx:20',
    change: { 'src/shop-page.tsx': [[`headlines={3}`, `headlines="three"`]] },
  },
  {
    name: 'it is built for a React that the live shell does not lend',
    refusal: 'shared-range',
    naming: 'the shell',
    live: (mall) => ({ ...mall, shell: { passes: [], shared: { ...mall.shell?.shared, react: '18.3.1' } } }),
  },
  {
    name: 'its BFF calls an RPC that no live service serves yet',
    refusal: 'rpc',
    naming: 'src/router.ts:9',
    live: serving((file) => {
      for (const service of file.service)
        service.method = service.method.filter(({ name }) => name !== 'GetItem')
    }),
  },
  {
    name: 'its BFF reads a field that the live service sends as another type',
    refusal: 'rpc',
    naming: 'tiny.stock.v1.StockService',
    live: serving((file) => {
      fieldOf(file, 'Item', 'left').found.type = FieldDescriptorProto_Type.STRING
    }),
  },
  {
    name: 'it takes the paths of another team under another parameter name',
    refusal: 'route',
    naming: 'news@1.0.0',
    change: { 'mall.config.ts': [[`'/shop/:slug': 'shop-page'`, `'/n/:id': 'shop-page'`]] },
  },
  {
    name: 'a style sheet reaches every heading of the page',
    refusal: 'global-css',
    naming: 'src/shop.module.css:1',
    change: { 'src/shop.module.css': [[`.shop {`, `:global(h1), .shop {`]] },
  },
  {
    name: 'its first paint outgrows its budget',
    refusal: 'size-budget',
    naming: 'mall.config.ts',
    change: {
      'src/words.ts': `export const words = [${heavy}]\n`,
      'src/opening-hours.tsx': `import { words } from './words.ts'\nexport default ({ day }: { day: string }) => <time>{words.indexOf(day)}</time>\n`,
    },
  },
]

/** The twelfth is one of the fixture `news`, and takes a browser and a running mall. */
export const harmfulInBrowser: Case = {
  name: 'what the browser renders first is not what the server sent',
  refusal: 'smoke',
  naming: '/news',
  change: {
    'src/news-page.tsx': [
      ['<h1>News</h1>', `<h1>{typeof window === 'undefined' ? 'News' : 'Fresh news'}</h1>`],
    ],
  },
}
