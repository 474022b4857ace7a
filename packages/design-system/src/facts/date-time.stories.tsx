import type { Meta, StoryObj } from '@storybook/react-vite'
import { DateTime } from './date-time.tsx'

const meta: Meta<typeof DateTime> = { title: 'Facts/DateTime', component: DateTime }
export default meta

export const Day: StoryObj<typeof DateTime> = { args: { iso: '2026-11-27T02:15:00Z' } }
export const Minute: StoryObj<typeof DateTime> = { args: { iso: '2026-11-27T02:15:00Z', minute: true } }
