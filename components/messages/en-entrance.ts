import { enRefusals } from '@/components/messages/en-refusals'
import type { Message } from '@/components/messages/message'

/** The texts of the pages before one is signed in, which load no others. */
export const enEntrance = {
  'error.network': 'The server cannot be reached. Check the connection; nothing was changed.',

  'language.choose': 'Language',

  ...enRefusals,

  // What the server refuses in another sentence, by the status of it.
  'problem.400': '{detail}',
  'problem.401': '{detail}',
  'problem.404': '{detail}',
  'problem.409': '{detail}',
  'problem.412': '{detail}',
  'problem.422': '{detail}',
  'problem.429': '{detail}',
  'problem.503': '{detail}',
  'problem.other': '{detail}',

  'signIn.title': 'Sign in',
  'signIn.email': 'E-mail',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.submitting': 'Signing in…',
  'signIn.forgot': 'Forgot your password? An administrator can make you a one-time link.',

  'signIn.insecure':
    'This page came over http. The app is used at {address}: only there will the browser keep you signed in.',
  'signIn.toSecure': 'Go to {address}',

  'setup.title': 'Set up Readyline',
  'setup.intro': 'You become the first administrator. It takes a minute.',
  'setup.token': 'Setup token',
  'setup.tokenHint': 'The console printed it when the app started.',
  'setup.name': 'Your name',
  'setup.passwordHint': 'At least 10 characters. A few words work well.',
  'setup.startWith': 'Start with',
  'setup.demo': 'A demo depot',
  'setup.demoBody':
    'A night’s work around now: buses, trucks, a tariff, simulated chargers that move, one bus that will miss.',
  'setup.empty': 'An empty depot list',
  'setup.emptyBody': 'Make your own depot in Settings, or send it through the API.',
  'setup.submit': 'Create the administrator',
  'setup.submitting': 'Setting up…',

  'reset.title': 'Choose a new password',
  'reset.body': 'The link works once. You are signed out everywhere else.',
  'reset.password': 'New password',
  'reset.submit': 'Set the password',
  'reset.done': 'The new password is set.',
  'reset.toSignIn': 'Sign in',
  'reset.noToken': 'This link is not complete. Ask your administrator for a new one.',
} as const satisfies Record<string, Message>
