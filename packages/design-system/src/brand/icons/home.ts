export const home = 'M4 11l8-7 8 7v9H4zM9.5 20v-6h5v6'
