import { germanNouns } from './german-nouns.ts'
import type { Language } from './language.ts'

export const de: Language = {
  locale: 'de',
  stemmer: 'german',
  // As Snowball's German2: ue is ü, unless a vowel or q stands before it.
  fold: (word) => word.replaceAll('ß', 'ss').replace(/(?<![aeiouäöüq])([aou])e/g, '$1'),
  stems: {
    baumwolle: 'baumwolle',
    leder: 'leder',
    ledern: 'leder',
    schale: 'schale',
    schalen: 'schale',
  },
  irregular: {
    alben: 'album',
    atlanten: 'atlas',
    globen: 'globus',
    kakteen: 'kaktus',
    museen: 'museum',
    pizzen: 'pizza',
    themen: 'thema',
  },
  title: {
    ends: 'mit für fürs in im aus von vom ohne zum zur auf am an der die das und',
    begins: 'ein eine einen paar satz bund dose ein zwei drei vier fünf sechs dutzend',
  },
  stop: 'der die das den dem des ein eine einen einem einer eines und oder für mit ohne in im am an auf aus von vom zu zum zur bei mein meine meinen dein deine ist sind etwas man ich es',
  noise:
    'kaufen bestellen online shop laden neu neue neuer neues gut gute guter gutes beste bester bestes schön schöne schöner schönes geburtstag weihnachten idee ideen angebot',
  price: {
    below: ['unter', 'bis', 'bis zu', 'höchstens', 'maximal', 'max', 'weniger als', 'billiger als'],
    above: ['über', 'mehr als', 'mindestens', 'min'],
    from: ['ab', 'von'],
    between: [
      ['zwischen', 'und'],
      ['von', 'bis'],
      ['ab', 'bis'],
    ],
    not: ['nicht'],
    measures:
      'person personen spieler teil teile stück jahr jahre monat monate tag tage stunde minute zoll w watt volt',
    cheap: 'günstig günstige günstiger günstiges billig billige billiger billiges preiswert preiswerte',
  },
  gift: 'geschenk geschenke geschenkidee geschenkideen präsent mitbringsel',
  audience: {
    women:
      'frau frauen damen mama mamas mutter mütter oma omas großmutter schwester schwestern tante tanten freundin freundinnen kollegin kolleginnen ehefrau schwiegermutter',
    men: 'mann männer männern herren herr herrn papa papas vater väter vätern opa opas großvater bruder brüder onkel freund kollege kollegen ehemann schwiegervater',
    kids: 'kind kinder kindern kleinkind kleinkinder baby babys sohn söhne tochter töchter junge jungen jungs mädchen enkel enkelin enkelkind enkelkinder nichte neffe neffen',
  },
  colours: {
    blue: 'blau hellblau dunkelblau',
    green: 'grün hellgrün dunkelgrün',
    turquoise: 'türkis',
    red: 'rot hellrot dunkelrot',
    pink: 'rosa pink',
    purple: 'lila violett',
    yellow: 'gelb',
    orange: 'orange',
    brown: 'braun',
    beige: 'beige creme',
    white: 'weiß',
    black: 'schwarz',
    grey: 'grau hellgrau dunkelgrau',
    golden: 'gold golden',
  },
  colourNouns: 'creme',
  size: 'größe gr',
  materials: {
    wood: 'holz hölzern',
    leather: 'leder ledern',
    wool: 'wolle wollen',
    cotton: 'baumwolle',
    linen: 'leinen',
    silk: 'seide seiden',
    steel: 'stahl edelstahl',
    brass: 'messing',
    silver: 'silber silbern',
    bamboo: 'bambus',
    rubber: 'gummi',
    ceramic: 'keramik',
  },
  dictionary: germanNouns,
  endings: ['s', 'es', 'e', 'n', 'en', 'er', 'ern', 'em'],
  compounds: {
    links: ['', 's', 'n', 'en', 'es', 'e', 'er'],
    first:
      'back brat hand häng koch lauf lese näh rad reise schlaf schreib schwimm sitz spiel steh trink wander wasch e mini',
  },
}
