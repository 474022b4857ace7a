export const chevronRight = { d: 'M9.5 6l6 6-6 6', isDirectional: true } as const
