import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../actions/button.tsx'
import { ToastProvider } from './toast-provider.tsx'
import { useToast } from './use-toast.ts'

const meta: Meta<typeof ToastProvider> = { title: 'Feedback/Toast', component: ToastProvider }
export default meta

export const WithUndo: StoryObj<typeof ToastProvider> = {
  render: function WithUndo() {
    const toast = useToast()
    const show = () =>
      toast({
        title: 'Removed the teapot from your cart',
        action: { label: 'Undo', onPress: () => undefined },
      })
    return (
      <ToastProvider>
        <Button onClick={show}>Remove</Button>
      </ToastProvider>
    )
  },
}
