import { deRefusals } from '@/components/messages/de-refusals'
import type { enEntrance } from '@/components/messages/en-entrance'
import type { Translation } from '@/components/messages/translation'

/** The texts of the pages before one is signed in, in German. */
export const deEntrance = {
  'error.network': 'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung; es wurde nichts geändert.',

  'language.choose': 'Sprache',

  ...deRefusals,

  'problem.400': 'Eine Angabe ist ungültig. {detail}',
  'problem.401': 'Nicht angemeldet oder nicht berechtigt. {detail}',
  'problem.404': 'Nicht gefunden. {detail}',
  'problem.409': 'Das passt nicht zum jetzigen Stand. {detail}',
  'problem.412': 'Inzwischen hat jemand anderes etwas geändert. {detail}',
  'problem.422': 'Das ist so nicht möglich. {detail}',
  'problem.429': 'Zu viele Versuche. {detail}',
  'problem.503': 'Der Server ist gerade nicht bereit. {detail}',
  'problem.other': 'Das hat nicht geklappt. {detail}',

  'signIn.title': 'Anmelden',
  'signIn.email': 'E-Mail',
  'signIn.password': 'Passwort',
  'signIn.submit': 'Anmelden',
  'signIn.submitting': 'Anmeldung läuft…',
  'signIn.forgot': 'Passwort vergessen? Ihre Administration kann Ihnen einen einmaligen Link geben.',

  'signIn.insecure':
    'Diese Seite kam über http. Die App wird unter {address} verwendet: Nur dort behält der Browser Ihre Anmeldung.',
  'signIn.toSecure': 'Zu {address}',

  'setup.title': 'Readyline einrichten',
  'setup.intro': 'Sie werden der erste Administrator. Es dauert eine Minute.',
  'setup.token': 'Einrichtungsschlüssel',
  'setup.tokenHint': 'Er stand beim Start der App in der Konsole.',
  'setup.name': 'Ihr Name',
  'setup.passwordHint': 'Mindestens 10 Zeichen. Gut geeignet sind einige Wörter.',
  'setup.startWith': 'Beginnen mit',
  'setup.demo': 'Einem Beispieldepot',
  'setup.demoBody':
    'Der Betrieb einer Nacht: Busse, Lkw, ein Tarif, simulierte Ladestationen in Bewegung, ein Bus, der sein Ziel verfehlt.',
  'setup.empty': 'Einer leeren Liste',
  'setup.emptyBody': 'Legen Sie Ihr Depot in der Verwaltung an, oder senden Sie es über die API.',
  'setup.submit': 'Administrator anlegen',
  'setup.submitting': 'Wird eingerichtet…',

  'reset.title': 'Neues Passwort wählen',
  'reset.body': 'Der Link gilt einmal. Überall sonst werden Sie abgemeldet.',
  'reset.password': 'Neues Passwort',
  'reset.submit': 'Passwort setzen',
  'reset.done': 'Das neue Passwort gilt.',
  'reset.toSignIn': 'Anmelden',
  'reset.noToken': 'Dieser Link ist unvollständig. Bitten Sie Ihre Administration um einen neuen.',
} satisfies Translation<typeof enEntrance>
