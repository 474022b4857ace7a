// The shops of the mall. Their ids are fixed, because accounts name the shop they work for.
export const shops = [
  {
    id: '0192b0e0-0000-7000-8000-000000000001',
    slug: 'kiln-and-kettle',
    name: 'Kiln & Kettle',
    city: 'Delft',
    country: 'NL',
    about:
      'Two potters and a tinsmith behind the old tram depot. They glaze on Tuesdays and sell what survives the fire.',
  },
  {
    id: '0192b0e0-0000-7000-8000-000000000002',
    slug: 'fern-and-fellow',
    name: 'Fern & Fellow',
    city: 'Ghent',
    country: 'BE',
    about:
      'A greenhouse with a till in it. Everything that grows here was sown here, and the tools are the ones they use.',
  },
  {
    id: '0192b0e0-0000-7000-8000-000000000003',
    slug: 'northmoor',
    name: 'Northmoor',
    city: 'Bergen',
    country: 'NO',
    about:
      'Clothes for people who walk to work in the rain. Cut in small runs, mended for free as long as the shop exists.',
  },
  {
    id: '0192b0e0-0000-7000-8000-000000000004',
    slug: 'low-hum',
    name: 'Low Hum',
    city: 'Leipzig',
    country: 'DE',
    about:
      'Instruments and things that play, tested by a former roadie who still cannot pass a drum without hitting it.',
  },
  {
    id: '0192b0e0-0000-7000-8000-000000000005',
    slug: 'paper-and-plum',
    name: 'Paper & Plum',
    city: 'Porto',
    country: 'PT',
    about: 'A stationer on a steep street. Binds its own notebooks and has strong opinions on pencils.',
  },
  {
    id: '0192b0e0-0000-7000-8000-000000000006',
    slug: 'sunday-league',
    name: 'Sunday League',
    city: 'Turin',
    country: 'IT',
    about:
      'Games for gardens, halls and kitchen tables. If it broke in their own club, they stopped selling it.',
  },
  {
    id: '0192b0e0-0000-7000-8000-000000000007',
    slug: 'pinch-and-pepper',
    name: 'Pinch & Pepper',
    city: 'Lyon',
    country: 'FR',
    about:
      'A grocer who cooks. The pantry is short, seasonal, and tasted at the counter before it is labelled.',
  },
  {
    id: '0192b0e0-0000-7000-8000-000000000008',
    slug: 'lantern-row',
    name: 'Lantern Row',
    city: 'Bristol',
    country: 'GB',
    about:
      'Lights, clocks and small furniture, half of it rescued. The workshop is upstairs; mind the third step.',
  },
] as const

export type ShopSlug = (typeof shops)[number]['slug']
