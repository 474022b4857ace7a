export const chevronUp = 'M6 14.5l6-6 6 6'
