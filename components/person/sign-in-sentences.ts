const sentences: Record<string, string> = {
  'no-entry':
    'This e-mail address and password do not open an account. After ten wrong tries an account rests for 15 minutes.',
  'too-many': 'Too many tries from this address. Wait ten seconds and try again.',
  unreachable: 'The identity provider does not answer. Sign in with a password, or try again in a minute.',
  not_invited:
    'You are known to the provider, but nobody has invited you here. Ask an administrator for an invitation.',
  email_not_verified: 'The provider has not verified your e-mail address, so it opens no account here.',
  account_not_linked: 'The provider has not verified your e-mail address, so it opens no account here.',
  email_is_missing: 'The provider does not tell your e-mail address, so no account can be found.',
  disabled: 'Your account is disabled. An administrator can enable it.',
  access_denied: 'You declined at the provider, or it declined you.',
}

/** What to say to somebody who did not come in. The reason may stand in the address, so it may be anything. */
export function signInSentence(reason: string): string {
  const known = Object.hasOwn(sentences, reason) ? sentences[reason] : undefined
  return known ?? 'The sign-in was not completed. Start again; if it happens again, tell an administrator.'
}
