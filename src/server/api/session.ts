import type { SignIn } from '../auth/sign-in.ts';
import type { Call, Handlers } from '../call.ts';

/** Signing up, in and out. */
export function sessionHandlers(signIn: SignIn) {
  const credentials = ({ request, client }: Pick<Call<'getSession'>, 'request' | 'client'>) => ({
    headers: request.headers,
    client,
  });
  return {
    getSession: (_, call) => signIn.session(credentials(call), call.cookies),
    signUp: (_, call) => signIn.signUp(call.body, credentials(call), call.cookies),
    signIn: (_, call) => signIn.signIn(call.body, credentials(call), call.cookies),
    signOut: (_, call) => signIn.signOut(credentials(call), call.cookies),
  } satisfies Partial<Handlers>;
}
