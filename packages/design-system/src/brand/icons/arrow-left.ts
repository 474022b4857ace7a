export const arrowLeft = 'M20 12H4M10 6l-6 6 6 6'
