import { defineMicroFrontend } from '@mallhive/mfe-kit/preset'

export default defineMicroFrontend({
  name: 'catalog',
  exposes: {
    'category-page': './src/exposes/category-page.tsx',
    'search-page': './src/exposes/search-page.tsx',
    'product-page': './src/exposes/product-page.tsx',
    'search-box': './src/exposes/search-box.tsx',
    'category-nav': './src/exposes/category-nav.tsx',
    'order-noted': './src/exposes/order-noted.tsx',
    sitemap: './src/exposes/sitemap.tsx',
  },
  onEveryPage: ['search-box', 'category-nav'],
  routes: {
    '/c/:slug': 'category-page',
    '/search': 'search-page',
    '/p/:slug': 'product-page',
  },
  consumes: ['cart/add-to-cart', 'cart/quick-add', 'home/recommendations'],
  bff: '../bff/catalog/src/router.ts',
})
