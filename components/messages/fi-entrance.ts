import type { enEntrance } from '@/components/messages/en-entrance'
import { fiRefusals } from '@/components/messages/fi-refusals'
import type { Translation } from '@/components/messages/translation'

/** The texts of the pages before one is signed in, in Finnish. */
export const fiEntrance = {
  'error.network': 'Palvelimeen ei saada yhteyttä. Tarkista yhteys; mitään ei muutettu.',

  'language.choose': 'Kieli',

  ...fiRefusals,

  'problem.400': 'Jokin tieto on virheellinen. {detail}',
  'problem.401': 'Et ole kirjautunut tai sinulla ei ole oikeutta. {detail}',
  'problem.404': 'Ei löytynyt. {detail}',
  'problem.409': 'Tämä ei sovi nykyiseen tilanteeseen. {detail}',
  'problem.412': 'Joku muu on muuttanut tätä sillä välin. {detail}',
  'problem.422': 'Näin ei voi tehdä. {detail}',
  'problem.429': 'Liian monta yritystä. {detail}',
  'problem.503': 'Palvelin ei ole juuri nyt valmis. {detail}',
  'problem.other': 'Tämä ei onnistunut. {detail}',

  'signIn.title': 'Kirjaudu',
  'signIn.email': 'Sähköposti',
  'signIn.password': 'Salasana',
  'signIn.submit': 'Kirjaudu',
  'signIn.submitting': 'Kirjaudutaan…',
  'signIn.forgot': 'Unohtuiko salasana? Ylläpitäjä voi antaa sinulle kertakäyttöisen linkin.',

  'signIn.insecure':
    'Tämä sivu tuli http-yhteydellä. Sovellusta käytetään osoitteessa {address}: vain siellä selain pitää sinut kirjautuneena.',
  'signIn.toSecure': 'Siirry: {address}',

  'setup.title': 'Ota Readyline käyttöön',
  'setup.intro': 'Sinusta tulee ensimmäinen ylläpitäjä. Tämä kestää minuutin.',
  'setup.token': 'Käyttöönottoavain',
  'setup.tokenHint': 'Se näkyi konsolissa, kun sovellus käynnistyi.',
  'setup.name': 'Nimesi',
  'setup.passwordHint': 'Vähintään 10 merkkiä. Muutama sana toimii hyvin.',
  'setup.startWith': 'Aloita',
  'setup.demo': 'Esimerkkivarikosta',
  'setup.demoBody':
    'Yhden yön työ juuri nyt: busseja, kuorma-autoja, tariffi, liikkuvat simuloidut latausasemat ja yksi bussi, joka jää vajaaksi.',
  'setup.empty': 'Tyhjästä luettelosta',
  'setup.emptyBody': 'Luo oma varikko asetuksissa tai lähetä se API:n kautta.',
  'setup.submit': 'Luo ylläpitäjä',
  'setup.submitting': 'Otetaan käyttöön…',

  'reset.title': 'Valitse uusi salasana',
  'reset.body': 'Linkki toimii kerran. Sinut kirjataan ulos kaikkialta muualta.',
  'reset.password': 'Uusi salasana',
  'reset.submit': 'Aseta salasana',
  'reset.done': 'Uusi salasana on asetettu.',
  'reset.toSignIn': 'Kirjaudu',
  'reset.noToken': 'Tämä linkki on vajaa. Pyydä ylläpitäjältä uusi.',
} satisfies Translation<typeof enEntrance>
