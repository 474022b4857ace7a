import { create } from '@bufbuild/protobuf'
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  MethodDescriptorProtoSchema,
} from '@bufbuild/protobuf/wkt'
import type { Case } from './case.ts'
import { fieldOf, serving } from './contracts.ts'

const heavy = Array.from({ length: 9000 }, (_, at) => `'${(at * 2654435761).toString(36)}'`).join(',')

/** Releases that look risky and break nobody; the gate must let each pass. */
export const harmless: Case[] = [
  { name: 'nothing changes' },
  {
    name: 'a fragment takes one more property, which may be left out',
    change: { 'src/price-tag.tsx': [[`  size?:`, `  vat?: number\n  size?:`]] },
  },
  {
    name: 'a property takes more than before',
    change: { 'src/price-tag.tsx': [[`'small' | 'large'`, `'small' | 'large' | number`]] },
  },
  {
    name: 'properties keep their shape under other names, in another file, as an intersection',
    change: {
      'src/price.ts': `export type Amount = { minor: number }\nexport type Price = Amount & { currency: Lowercase<'EUR'> | 'EUR' | 'USD' }\n`,
      'src/price-tag.tsx': [[`export interface PriceTagProps {`, `export type PriceTagProps = {`]],
    },
  },
  {
    name: 'a property that is required no more',
    change: {
      'src/price-tag.tsx': [
        [`  price: Price`, `  price?: Price`],
        [`price.minor} {price.currency`, `price?.minor} {price?.currency`],
      ],
    },
  },
  {
    name: 'a callback is called with less',
    change: { 'src/price-tag.tsx': [[`onPick?: (slug: string) => void`, `onPick?: () => void`]] },
  },
  {
    name: 'a new fragment',
    change: {
      'mall.config.ts': [
        [`    'opening-hours'`, `    'gift-card': './src/gift-card.tsx',\n    'opening-hours'`],
      ],
      'src/gift-card.tsx': `export default function GiftCard({ to }: { to: string }) {\n  return <p>for {to}</p>\n}\n`,
    },
  },
  {
    name: 'a fragment that nobody shows is gone',
    change: { 'mall.config.ts': [[`    'opening-hours': './src/opening-hours.tsx',\n`, '']] },
  },
  {
    name: 'a fragment that nobody shows changes as it likes',
    change: {
      'src/opening-hours.tsx': [[`day }: { day: string }`, `day }: { day: number; open: boolean }`]],
    },
  },
  {
    name: 'a component becomes a memo of itself',
    change: {
      'src/price-tag.tsx': [
        [`export default function PriceTag(`, `export default memo(function PriceTag(`],
        [`  )\n}\n`, `  )\n})\n`],
        [`import type { Price }`, `import { memo } from 'react'\nimport type { Price }`],
      ],
    },
  },
  {
    name: 'a page below its own path, and a catch-all that leaves others theirs',
    change: {
      'mall.config.ts': [
        [`'/shop/:slug': 'shop-page'`, `'/shop/:slug/reviews': 'shop-page',\n    '/:anything': 'shop-page'`],
      ],
    },
  },
  {
    name: 'a fragment is given a literal from a constant, a choice and a spread',
    change: {
      'src/shop-page.tsx': [
        [
          `<Remote name="news/teaser" topic="shops" headlines={3} />`,
          `<Remote name="news/teaser" {...about} topic={data.left > 3 ? 'mall' : 'shops'} />`,
        ],
        [`export const meta`, `const about = { headlines: 2, tone: 'loud' }\n\nexport const meta`],
      ],
    },
  },
  {
    name: 'another team’s fragment is not shown any more',
    change: {
      'mall.config.ts': [[`  consumes: ['news/teaser'],\n`, '']],
      'src/shop-page.tsx': [
        [`      <Remote name="news/teaser" topic="shops" headlines={3} />\n`, ''],
        [`  await ctx.fragment('news/teaser', { topic: 'shops' })\n`, ''],
        [`bffClient, Remote`, `bffClient`],
      ],
    },
  },
  {
    name: 'elements and foreign classes are styled below its own class only',
    change: {
      'src/shop.module.css': [
        [
          `.tag {`,
          `.shop :global(a):hover,\n.shop > h1 + p,\n:global(.dark) .tag:is(:focus, :hover) {\n  color: teal;\n}\n\n.tag {`,
        ],
      ],
    },
  },
  {
    name: 'its own animation, in a media query, in a layer, with nested rules',
    change: {
      'src/shop.module.css': [
        [
          `.tag {`,
          `@layer team {\n  @media (min-width: 40rem) {\n    .shop {\n      animation: rise 1s;\n      h1 {\n        color: teal;\n      }\n      &:hover p {\n        color: navy;\n      }\n    }\n  }\n}\n\n@keyframes rise {\n  from {\n    opacity: 0;\n  }\n}\n\n.tag {`,
        ],
      ],
    },
  },
  {
    name: 'a class composed of another, with an id of its own',
    change: {
      'src/shop.module.css': [[`.large {`, `#deal .tag {\n  color: teal;\n}\n\n.large {\n  composes: tag;`]],
    },
  },
  {
    name: 'much code that the first paint does not load',
    change: {
      'src/words.ts': `export const words = [${heavy}]\n`,
      'src/opening-hours.tsx': `import { lazy } from 'react'\nconst Words = lazy(async () => ({ default: (await import('./words.ts')).words.length > 9 ? () => <i>many</i> : () => null }))\nexport default ({ day }: { day: string }) => <time>{day}<Words /></time>\n`,
    },
  },
  {
    name: 'the live service has moved on: more fields, more RPCs',
    live: serving((file) => {
      const { fields } = fieldOf(file, 'Item', 'left')
      fields.push(
        create(FieldDescriptorProtoSchema, {
          name: 'shelf',
          jsonName: 'shelf',
          number: 9,
          type: FieldDescriptorProto_Type.STRING,
          label: FieldDescriptorProto_Label.OPTIONAL,
        }),
      )
      const [service] = file.service
      const [{ inputType, outputType } = {}] = service?.method ?? []
      service?.method.push(create(MethodDescriptorProtoSchema, { name: 'PeekItem', inputType, outputType }))
    }),
  },
  {
    name: 'the contract has a field that the live service lacks and that its BFF never touches',
    live: serving((file) => {
      const { fields, found } = fieldOf(file, 'Item', 'remark')
      fields.splice(fields.indexOf(found), 1)
    }),
  },
  {
    name: 'the live shell lends a later React, a canary even',
    live: (mall) => ({
      ...mall,
      shell: {
        passes: [],
        shared: { ...mall.shell?.shared, react: '19.9.0-canary-1', 'react-dom': '19.4.2' },
      },
    }),
  },
]
