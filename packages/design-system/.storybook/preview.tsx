import type { Preview } from '@storybook/react-vite'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import '../src/tokens.css'

const preview: Preview = {
  parameters: { layout: 'padded', controls: { expanded: true }, backgrounds: { disable: true } },
  globalTypes: {
    theme: {
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light' },
  decorators: [
    (Story, { globals }) => (
      <Themed theme={globals.theme === 'dark' ? 'dark' : 'light'}>
        <Story />
      </Themed>
    ),
  ],
}

function Themed({ theme, children }: { theme: 'light' | 'dark'; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return children
}

export default preview
