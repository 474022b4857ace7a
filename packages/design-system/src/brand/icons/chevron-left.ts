export const chevronLeft = { d: 'M14.5 6l-6 6 6 6', isDirectional: true } as const
