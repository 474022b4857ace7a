export const card = 'M3 6h18v12.5H3zM3 10h18M6.5 15h4'
