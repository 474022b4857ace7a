/** The delivery address of all checkouts in benches. */
export const benchAddress = {
  name: 'Ada Bench',
  line1: 'Lange Gasse 1',
  city: 'Augsburg',
  postcode: '86152',
  country: 'DE',
}
