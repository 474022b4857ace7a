import type { StorybookConfig } from '@storybook/react-vite'

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../src/**/*.stories.tsx', '../../../mfe-*/src/**/*.stories.tsx'],
  staticDirs: [
    { from: '../fonts', to: '/fonts' },
    { from: './media', to: '/media' },
  ],
  core: { disableTelemetry: true },
}

export default config
