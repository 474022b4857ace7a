const widths = [160, 400]

/** Sample products with pictures, served from `.storybook/media`. */
export const things = [
  {
    title: 'Stoneware teapot with a bamboo handle',
    path: 'teapot',
    hue: 55,
    maker: 'Kiln & Kettle',
    minor: 4800,
  },
  {
    title: 'Over-ear headphones',
    path: 'headphones',
    hue: 265,
    maker: 'Low Hum Audio',
    minor: 12900,
    was: 15900,
  },
  { title: 'Travel guitar, spruce top', path: 'guitar', hue: 30, maker: 'Saddle Road Strings', minor: 21900 },
  { title: 'Field jacket', path: 'jacket', hue: 145, maker: 'Northmoor', minor: 14900 },
  { title: 'Rubber plant in a clay pot', path: 'plant', hue: 150, maker: 'Fern & Fellow', minor: 2650 },
  { title: 'Beeswax candle', path: 'candle', hue: 80, maker: 'Kiln & Kettle', minor: 1450, was: 1800 },
  { title: 'Match football, size 5', path: 'ball', hue: 125, maker: 'Sunday League', minor: 3200 },
  { title: 'Compact camera', path: 'camera', hue: 235, maker: 'Low Hum Audio', minor: 38900 },
].map((thing) => ({ ...thing, picture: { path: thing.path, alt: '', widths } }))

export const hues = [15, 30, 55, 80, 125, 150, 175, 205, 235, 265, 300, 340]
