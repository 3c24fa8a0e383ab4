import type { deAccess } from '@/lib/openapi/translations/de/access'

/** What the API document says of access, in Finnish, by its English text. */
export const fiAccess = {
  'How many at most; 100 where it is left out.': 'Enimmäismäärä; pois jätettynä 100.',
  'Get an access token for a refresh token': 'Hae käyttötunniste päivitystunnisteella',
  'Send the refresh token as `Authorization: Bearer …`. The access token (a JWT) holds 8 hours.':
    'Lähetä päivitystunniste muodossa `Authorization: Bearer …`. Käyttötunniste (JWT) kestää 8 tuntia.',
  'The access token': 'Käyttötunniste',
  'List the refresh tokens': 'Luettele päivitystunnisteet',
  '`true`: also those that were revoked in the last day, whose calls are still kept.':
    '`true`: myös viimeisen päivän aikana perutut, joiden kutsut ovat vielä tallessa.',
  'The tokens, without their secrets': 'Tunnisteet ilman salaisuuksiaan',
  'Make a refresh token': 'Luo päivitystunniste',
  'The secret is in this answer and never again.': 'Salaisuus on tässä vastauksessa eikä koskaan enää.',
  'The token': 'Tunniste',
  'Revoke a refresh token and its access tokens': 'Peru päivitystunniste ja sen käyttötunnisteet',
  'The id.': 'Tunnus.',
  Revoked: 'Peruttu',
  'List what the system of a token called in the last day':
    'Luettele, mitä tunnisteen järjestelmä kutsui viimeisen päivän aikana',
  'The latest first; a call is here within ten seconds of its answer. Calls are kept for a day. A call that was refused for its token is of no token. Those of a token that was revoked are here as long.':
    'Uusin ensin; kutsu on tässä kymmenessä sekunnissa vastauksestaan. Kutsut säilyvät päivän. Kutsu, joka hylättiin tunnisteensa takia, ei kuulu millekään tunnisteelle. Perutun tunnisteen kutsut ovat tässä yhtä kauan.',
  'The id of the token.': 'Tunnisteen tunnus.',
  '`true`: only calls that were answered with a status of 400 or above.':
    '`true`: vain kutsut, joiden vastauksen tila oli 400 tai yli.',
  'Only calls before the one with this id.': 'Vain kutsut ennen sitä, jolla on tämä tunnus.',
  'The calls': 'Kutsut',
  Changed: 'Muutettu',
  'True: it is done.': 'True: se on tehty.',
  'Who am I': 'Kuka olen',
  'Who asks': 'Kuka kysyy',
  'Sign in as staff': 'Kirjaudu henkilöstönä',
  'Failures are counted for an account and the address that they come from; in a browser where the account was signed in to before, by themselves. 422: the page came over http while PUBLIC_URL is https, so that the session would not be kept.':
    'Epäonnistumiset lasketaan tiliä ja osoitetta kohti, josta ne tulevat; selaimessa, jossa tilille on kirjauduttu aiemmin, erikseen. 422: sivu tuli http:llä, vaikka PUBLIC_URL on https, joten istunto ei säilyisi.',
  'Signed in; the session is in a cookie': 'Kirjautunut; istunto on evästeessä',
  'Choose the language of the pages': 'Valitse sivujen kieli',
  'For the member of staff who is signed in, in every browser. 409: a token reads no pages.':
    'Kirjautuneelle henkilölle, jokaisessa selaimessa. 409: tunniste ei lue sivuja.',
  'Who asks, with their language': 'Kuka kysyy, ja kieli',
  'Sign out': 'Kirjaudu ulos',
  'Signed out': 'Kirjautunut ulos',
  'Set a new password by a one-time link': 'Aseta uusi salasana kertakäyttöisellä linkillä',
  Set: 'Asetettu',
  'Make the first administrator': 'Luo ensimmäinen ylläpitäjä',
  'Works once, with the setup token that the console printed.':
    'Toimii kerran, konsolin tulostamalla käyttöönottotunnisteella.',
  'Made and signed in': 'Luotu ja kirjautunut',
  'List the staff': 'Luettele henkilöstö',
  'The staff': 'Henkilöstö',
  'Add a member of staff': 'Lisää henkilö',
  Added: 'Lisätty',
  'Change a member of staff': 'Muuta henkilöä',
  'Remove a member of staff': 'Poista henkilö',
  Removed: 'Poistettu',
  'What it is for, for people.': 'Mihin se on, ihmisille.',
  'What it may do.': 'Mitä se saa tehdä.',
  'The locations that it is narrowed to; left out: all.': 'Toimipaikat, joihin se on rajattu; pois jätettynä kaikki.',
  'When it ends, ISO 8601; left out: never.': 'Milloin se päättyy, ISO 8601; pois jätettynä ei koskaan.',
  '`read`; `write`: also vehicles, schedules, events, planning; `admin`: also locations, tokens, staff.':
    '`read`: lukea; `write`: myös ajoneuvot, seisonnat, tapahtumat, suunnittelu; `admin`: myös toimipaikat, tunnisteet, henkilöstö.',
  'When it ends, ISO 8601.': 'Loppu, ISO 8601.',
  'The e-mail address that they sign in with.': 'Sähköpostiosoite, jolla henkilö kirjautuu.',
  'The password.': 'Salasana.',
  'The language of the pages; null: as the browser asks. Left out: it stays.':
    'Sivujen kieli; null: selaimen pyynnön mukaan. Pois jätettynä: pysyy.',
  'A language of the pages. The API itself answers in English.': 'Sivujen kieli. API itse vastaa englanniksi.',
  'The token of the one-time link.': 'Kertakäyttöisen linkin tunniste.',
  'The password, at least 10 characters.': 'Salasana, vähintään 10 merkkiä.',
  'The setup token that the console printed.': 'Konsolin tulostama käyttöönottotunniste.',
  'The name of the administrator.': 'Ylläpitäjän nimi.',
  'True: a demo depot is made too. False by default.': 'True: luodaan myös demovarikko. Oletus false.',
  'The name of the person.': 'Henkilön nimi.',
  'What they may do.': 'Mitä henkilö saa tehdä.',
  'The locations that they are narrowed to; left out: all.':
    'Toimipaikat, joihin henkilö on rajattu; pois jätettynä kaikki.',
  'The locations that they are narrowed to; null: all.': 'Toimipaikat, joihin henkilö on rajattu; null: kaikki.',
  'A new password, at least 10 characters.': 'Uusi salasana, vähintään 10 merkkiä.',
  'The access token, a JWT: send it as Authorization: Bearer.':
    'Käyttötunniste, JWT: lähetä se muodossa Authorization: Bearer.',
  'The tokens, without their secrets.': 'Tunnisteet ilman salaisuuksiaan.',
  'Its id.': 'Oma tunnus.',
  'The locations that it is narrowed to; absent: all.': 'Toimipaikat, joihin se on rajattu; puuttuu: kaikki.',
  'When it was made.': 'Milloin se luotiin.',
  'When it ends; absent: never.': 'Milloin se päättyy; puuttuu: ei koskaan.',
  'When it, or an access token of it, was last used, to within five minutes; absent: never.':
    'Milloin sitä tai sen käyttötunnistetta viimeksi käytettiin, viiden minuutin tarkkuudella; puuttuu: ei koskaan.',
  'When it was revoked; absent: it was not.': 'Milloin se peruttiin; puuttuu: ei peruttu.',
  'Its secret, shown this once.': 'Sen salaisuus, näytetään tämän kerran.',
  'All calls of the last 24 hours together; with the first page only.':
    'Viimeisten 24 tunnin kaikki kutsut yhteensä; vain ensimmäisellä sivulla.',
  'How many calls there were.': 'Montako kutsua oli.',
  'How many of them were answered with a status of 400 or above.': 'Monenko niistä vastauksen tila oli 400 tai yli.',
  'The bytes that were sent.': 'Lähetetyt tavut.',
  'The bytes that were answered, before compression.': 'Vastausten tavut ennen pakkausta.',
  'The calls of the last 24 hours, the latest first.': 'Viimeisten 24 tunnin kutsut, uusin ensin.',
  'Send it as `before` for the calls that follow; absent: these are the last.':
    'Lähetä se `before`-arvona saadaksesi seuraavat kutsut; puuttuu: nämä ovat viimeiset.',
  'When it was answered; of several the last.': 'Milloin siihen vastattiin; useasta viimeinen.',
  'The method.': 'Menetelmä.',
  'The path below `/api`, without the query. Where many calls came at once, several alike are summed: `/vehicles/{vehicleId}`. What is no call of this API is `/…`.':
    'Polku `/api`-osan jälkeen, ilman kyselyä. Kun kutsuja tuli kerralla paljon, samanlaiset on laskettu yhteen: `/vehicles/{vehicleId}`. Mikä ei ole tämän API:n kutsu, on `/…`.',
  'The status of the answer.': 'Vastauksen tila.',
  'How many calls these are.': 'Montako kutsua tässä on.',
  'The size of the body that was sent, in bytes; absent: the client did not say it, or more than a body may have.':
    'Lähetetyn sisällön koko tavuina; puuttuu: asiakas ei kertonut sitä, tai se on suurempi kuin sisältö saa olla.',
  'The size of the body of the answer, in bytes, before it was compressed; absent: of a stream.':
    'Vastauksen sisällön koko tavuina ennen pakkausta; puuttuu: virta.',
  'What the answer took, in milliseconds; of several the longest.':
    'Kauanko vastaus kesti, millisekunteina; useasta pisin.',
  'The id of who asks.': 'Kysyjän tunnus.',
  'Their name.': 'Nimi.',
  'Their e-mail address; a token has none.': 'Sähköpostiosoite; tunnisteella ei ole sitä.',
  'The locations that they are narrowed to; absent: all.': 'Toimipaikat, joihin käyttö on rajattu; puuttuu: kaikki.',
  'The language that they have chosen for the pages; absent: as their browser asks.':
    'Sivuille valittu kieli; puuttuu: selaimen pyynnön mukaan.',
  'The staff.': 'Henkilöstö.',
  'Their id.': 'Henkilön tunnus.',
  'When they were added.': 'Milloin henkilö lisättiin.',
} satisfies Record<keyof typeof deAccess, string>
