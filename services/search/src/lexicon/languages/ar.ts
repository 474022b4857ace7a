import type { Language } from './language.ts'

export const ar: Language = {
  locale: 'ar',
  stemmer: 'arabic',
  irregular: {},
  title: { ends: 'من في على مع', begins: '' },
  stop: 'من في على الى إلى مع عن و أو ل ب',
  noise: 'شراء جديد جديدة أفضل متجر',
  price: {
    below: ['أقل من', 'تحت', 'حتى'],
    above: ['أكثر من', 'فوق'],
    from: ['من'],
    between: [
      ['بين', 'و'],
      ['من', 'إلى'],
    ],
    not: ['ليس', 'لا'],
    measures: 'شخص أشخاص قطعة سنة سنوات سم',
    cheap: 'رخيص رخيصة',
  },
  gift: 'هدية هدايا',
  audience: { women: 'نساء نسائي نسائية', men: 'رجال رجالي رجالية', kids: 'أطفال طفل' },
  colours: {
    blue: 'أزرق زرقاء',
    green: 'أخضر خضراء',
    red: 'أحمر حمراء',
    yellow: 'أصفر صفراء',
    white: 'أبيض بيضاء',
    black: 'أسود سوداء',
  },
  size: 'مقاس',
  materials: {},
  endings: [],
}
