import { defineMicroFrontend } from '@mallhive/mfe-kit/preset'

export default defineMicroFrontend({
  name: 'home',
  exposes: {
    'home-page': './src/exposes/home-page.tsx',
    recommendations: './src/exposes/recommendations.tsx',
    footer: './src/exposes/footer.tsx',
  },
  onEveryPage: ['footer'],
  routes: { '/': 'home-page' },
  consumes: ['cart/quick-add'],
  bff: '../bff/home/src/router.ts',
})
