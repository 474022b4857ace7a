/**
 * Releases that a caller may name: those that were live at some time, or all published ones, dev servers' builds
 * included.
 */
export type Reach = 'promoted' | 'published'
