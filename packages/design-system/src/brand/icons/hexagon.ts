export const hexagon = 'M12 2.2 20.5 7.1v9.8L12 21.8 3.5 16.9V7.1z'
