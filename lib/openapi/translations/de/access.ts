/** What the API document says of access, in German, by its English text. */
export const deAccess = {
  'How many at most; 100 where it is left out.': 'Höchste Anzahl; weggelassen: 100.',
  'Get an access token for a refresh token': 'Ein Zugriffstoken für ein Refresh-Token abrufen',
  'Send the refresh token as `Authorization: Bearer …`. The access token (a JWT) holds 8 hours.':
    'Senden Sie das Refresh-Token als `Authorization: Bearer …`. Das Zugriffstoken (ein JWT) gilt 8 Stunden.',
  'The access token': 'Das Zugriffstoken',
  'List the refresh tokens': 'Die Refresh-Tokens auflisten',
  '`true`: also those that were revoked in the last day, whose calls are still kept.':
    '`true`: auch solche, die am letzten Tag widerrufen wurden und deren Aufrufe noch aufbewahrt sind.',
  'The tokens, without their secrets': 'Die Tokens, ohne ihre Geheimnisse',
  'Make a refresh token': 'Ein Refresh-Token anlegen',
  'The secret is in this answer and never again.': 'Das Geheimnis steht in dieser Antwort und danach nirgends mehr.',
  'The token': 'Das Token',
  'Revoke a refresh token and its access tokens': 'Ein Refresh-Token und seine Zugriffstokens widerrufen',
  'The id.': 'Die Kennung.',
  Revoked: 'Widerrufen',
  'List what the system of a token called in the last day':
    'Auflisten, was das System eines Tokens am letzten Tag aufgerufen hat',
  'The latest first; a call is here within ten seconds of its answer. Calls are kept for a day. A call that was refused for its token is of no token. Those of a token that was revoked are here as long.':
    'Das Neueste zuerst; ein Aufruf steht hier binnen zehn Sekunden nach seiner Antwort. Aufrufe werden einen Tag aufbewahrt. Ein Aufruf, der seines Tokens wegen abgelehnt wurde, gehört zu keinem Token. Die eines widerrufenen Tokens stehen ebenso lange hier.',
  'The id of the token.': 'Kennung des Tokens.',
  '`true`: only calls that were answered with a status of 400 or above.':
    '`true`: nur Aufrufe, die mit einem Status ab 400 beantwortet wurden.',
  'Only calls before the one with this id.': 'Nur Aufrufe vor dem mit dieser Kennung.',
  'The calls': 'Die Aufrufe',
  Changed: 'Geändert',
  'True: it is done.': 'True: Es ist geschehen.',
  'Who am I': 'Wer bin ich',
  'Who asks': 'Wer fragt',
  'Sign in as staff': 'Als Person des Personals anmelden',
  'Failures are counted for an account and the address that they come from; in a browser where the account was signed in to before, by themselves. 422: the page came over http while PUBLIC_URL is https, so that the session would not be kept.':
    'Fehlversuche werden für ein Konto und die Adresse gezählt, von der sie kommen; in einem Browser, in dem das Konto schon angemeldet war, für sich. 422: Die Seite kam über http, obwohl PUBLIC_URL https ist, sodass die Sitzung nicht erhalten bliebe.',
  'Signed in; the session is in a cookie': 'Angemeldet; die Sitzung steht in einem Cookie',
  'Choose the language of the pages': 'Die Sprache der Seiten wählen',
  'For the member of staff who is signed in, in every browser. 409: a token reads no pages.':
    'Für die angemeldete Person, in jedem Browser. 409: Ein Token liest keine Seiten.',
  'Who asks, with their language': 'Wer fragt, mit der Sprache',
  'Sign out': 'Abmelden',
  'Signed out': 'Abgemeldet',
  'Set a new password by a one-time link': 'Mit einem einmaligen Link ein neues Passwort setzen',
  Set: 'Gesetzt',
  'Make the first administrator': 'Das erste Konto der Administration anlegen',
  'Works once, with the setup token that the console printed.':
    'Geht einmal, mit dem Setup-Token, das die Konsole ausgegeben hat.',
  'Made and signed in': 'Angelegt und angemeldet',
  'List the staff': 'Das Personal auflisten',
  'The staff': 'Das Personal',
  'Add a member of staff': 'Eine Person hinzufügen',
  Added: 'Hinzugefügt',
  'Change a member of staff': 'Eine Person ändern',
  'Remove a member of staff': 'Eine Person entfernen',
  Removed: 'Entfernt',
  'What it is for, for people.': 'Wofür es ist, für Menschen.',
  'What it may do.': 'Was es darf.',
  'The locations that it is narrowed to; left out: all.':
    'Die Standorte, auf die es beschränkt ist; weggelassen: alle.',
  'When it ends, ISO 8601; left out: never.': 'Wann es endet, ISO 8601; weggelassen: nie.',
  '`read`; `write`: also vehicles, schedules, events, planning; `admin`: also locations, tokens, staff.':
    '`read`: lesen; `write`: auch Fahrzeuge, Standzeiten, Ereignisse, Planung; `admin`: auch Standorte, Tokens, Personal.',
  'When it ends, ISO 8601.': 'Ende, ISO 8601.',
  'The e-mail address that they sign in with.': 'Die E-Mail-Adresse, mit der die Person sich anmeldet.',
  'The password.': 'Das Passwort.',
  'The language of the pages; null: as the browser asks. Left out: it stays.':
    'Die Sprache der Seiten; null: wie der Browser verlangt. Weggelassen: Sie bleibt.',
  'A language of the pages. The API itself answers in English.':
    'Eine Sprache der Seiten. Die API selbst antwortet englisch.',
  'The token of the one-time link.': 'Das Token des einmaligen Links.',
  'The password, at least 10 characters.': 'Das Passwort, mindestens 10 Zeichen.',
  'The setup token that the console printed.': 'Das Setup-Token, das die Konsole ausgegeben hat.',
  'The name of the administrator.': 'Name der Person, die die Administration übernimmt.',
  'True: a demo depot is made too. False by default.': 'True: Auch ein Demo-Depot wird angelegt. Vorgabe false.',
  'The name of the person.': 'Name der Person.',
  'What they may do.': 'Was die Person darf.',
  'The locations that they are narrowed to; left out: all.':
    'Die Standorte, auf die die Person beschränkt ist; weggelassen: alle.',
  'The locations that they are narrowed to; null: all.':
    'Die Standorte, auf die die Person beschränkt ist; null: alle.',
  'A new password, at least 10 characters.': 'Ein neues Passwort, mindestens 10 Zeichen.',
  'The access token, a JWT: send it as Authorization: Bearer.':
    'Das Zugriffstoken, ein JWT: Senden Sie es als Authorization: Bearer.',
  'The tokens, without their secrets.': 'Die Tokens, ohne ihre Geheimnisse.',
  'Its id.': 'Die eigene Kennung.',
  'The locations that it is narrowed to; absent: all.': 'Die Standorte, auf die es beschränkt ist; fehlt: alle.',
  'When it was made.': 'Wann es angelegt wurde.',
  'When it ends; absent: never.': 'Wann es endet; fehlt: nie.',
  'When it, or an access token of it, was last used, to within five minutes; absent: never.':
    'Wann es oder ein Zugriffstoken von ihm zuletzt genutzt wurde, auf fünf Minuten genau; fehlt: nie.',
  'When it was revoked; absent: it was not.': 'Wann es widerrufen wurde; fehlt: nicht.',
  'Its secret, shown this once.': 'Das Geheimnis, nur dieses eine Mal gezeigt.',
  'All calls of the last 24 hours together; with the first page only.':
    'Alle Aufrufe der letzten 24 Stunden zusammen; nur mit der ersten Seite.',
  'How many calls there were.': 'Wie viele Aufrufe es waren.',
  'How many of them were answered with a status of 400 or above.':
    'Wie viele davon mit einem Status ab 400 beantwortet wurden.',
  'The bytes that were sent.': 'Die gesendeten Bytes.',
  'The bytes that were answered, before compression.': 'Die Bytes der Antworten, vor der Kompression.',
  'The calls of the last 24 hours, the latest first.': 'Die Aufrufe der letzten 24 Stunden, die neuesten zuerst.',
  'Send it as `before` for the calls that follow; absent: these are the last.':
    'Als `before` für die folgenden Aufrufe senden; fehlt: Dies sind die letzten.',
  'When it was answered; of several the last.': 'Wann er beantwortet wurde; von mehreren der letzte.',
  'The method.': 'Die Methode.',
  'The path below `/api`, without the query. Where many calls came at once, several alike are summed: `/vehicles/{vehicleId}`. What is no call of this API is `/…`.':
    'Der Pfad unter `/api`, ohne die Abfrage. Wo viele Aufrufe auf einmal kamen, sind gleichartige zusammengefasst: `/vehicles/{vehicleId}`. Was kein Aufruf dieser API ist, ist `/…`.',
  'The status of the answer.': 'Der Status der Antwort.',
  'How many calls these are.': 'Wie viele Aufrufe dies sind.',
  'The size of the body that was sent, in bytes; absent: the client did not say it, or more than a body may have.':
    'Die Größe des gesendeten Inhalts, in Bytes; fehlt: Der Client hat sie nicht genannt, oder sie ist größer, als ein Inhalt sein darf.',
  'The size of the body of the answer, in bytes, before it was compressed; absent: of a stream.':
    'Die Größe des Inhalts der Antwort, in Bytes, vor der Kompression; fehlt: bei einem Strom.',
  'What the answer took, in milliseconds; of several the longest.':
    'Was die Antwort dauerte, in Millisekunden; von mehreren die längste.',
  'The id of who asks.': 'Kennung dessen, wer fragt.',
  'Their name.': 'Der Name.',
  'Their e-mail address; a token has none.': 'Die E-Mail-Adresse; ein Token hat keine.',
  'The locations that they are narrowed to; absent: all.':
    'Die Standorte, auf die der Zugang beschränkt ist; fehlt: alle.',
  'The language that they have chosen for the pages; absent: as their browser asks.':
    'Die für die Seiten gewählte Sprache; fehlt: wie der Browser verlangt.',
  'The staff.': 'Das Personal.',
  'Their id.': 'Die Kennung der Person.',
  'When they were added.': 'Wann die Person hinzugefügt wurde.',
} satisfies Record<string, string>
