export type Tag = { name: string; value: string }
