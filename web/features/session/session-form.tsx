import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Field } from '../../components/field.tsx';
import { messageOf } from '../../lib/acts.ts';
import { client, queries, queryClient } from '../../lib/api.ts';
import { getLocale } from '../../lib/days.ts';
import { languageOf } from '../../lib/language.ts';
import { t } from '../../lib/strings.ts';

const SHORTEST_PASSWORD = 10;

interface Problems {
  readonly name?: string;
  readonly email?: string;
  readonly password?: string;
}

/** Says beside each field what is missing; only then is anything sent. */
function problemsOf(
  { name, email, password }: { name: string; email: string; password: string },
  claimed: boolean,
): Problems {
  return {
    ...(!claimed && name.trim() === '' ? { name: t.welcome.nameNeeded } : {}),
    ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: t.welcome.emailNeeded }),
    ...(!claimed && password.length < SHORTEST_PASSWORD ? { password: t.welcome.shortPassword } : {}),
  };
}

/** The language one began in stays, whatever the machine speaks that Tendril runs on. */
async function keepLanguage(): Promise<void> {
  try {
    const { locale } = await client.getSettings();
    if (languageOf(locale) !== languageOf(getLocale())) await client.updateSettings({ body: { locale: getLocale() } });
  } catch {
    // One is in all the same, and finds the language in the settings.
  }
}

export function SessionForm({ claimed, needsCode }: { readonly claimed: boolean; readonly needsCode: boolean }) {
  const [form, setForm] = useState({ name: '', email: '', password: '', code: '' });
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState(false);
  const navigate = useNavigate();
  const problems = tried ? problemsOf(form, claimed) : {};
  const set = (key: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [key]: event.target.value });

  const enter = useMutation({
    mutationFn: () => {
      const email = form.email.trim();
      if (claimed) return client.signIn({ body: { email, password: form.password } });
      return client.signUp({
        body: {
          name: form.name.trim(),
          email,
          password: form.password,
          ...(needsCode ? { code: form.code.trim() } : {}),
        },
      });
    },
    onSuccess: async (session) => {
      if (!claimed) await keepLanguage();
      queryClient.setQueryData(queries.session.queryKey, session);
      void navigate({ to: claimed ? '/' : '/start' });
    },
  });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problemsOf(form, claimed)).length === 0) enter.mutate();
  };

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {!claimed && (
        <Field label={t.welcome.yourName} problem={problems.name}>
          {(props) => (
            <input {...props} className="input" autoComplete="name" value={form.name} onChange={set('name')} />
          )}
        </Field>
      )}
      <Field label={t.welcome.email} problem={problems.email}>
        {(props) => (
          <input
            {...props}
            className="input"
            type="email"
            autoComplete="username"
            inputMode="email"
            value={form.email}
            onChange={set('email')}
          />
        )}
      </Field>
      <Field label={t.welcome.password} hint={claimed ? undefined : t.welcome.passwordHint} problem={problems.password}>
        {(props) => (
          <span className="relative block">
            <input
              {...props}
              className="input pe-16"
              type={shown ? 'text' : 'password'}
              autoComplete={claimed ? 'current-password' : 'new-password'}
              value={form.password}
              onChange={set('password')}
            />
            <button
              type="button"
              className="absolute inset-y-0 end-2 px-2 text-small text-soft"
              onClick={() => setShown(!shown)}
            >
              {shown ? t.welcome.hide : t.welcome.show}
            </button>
          </span>
        )}
      </Field>
      {!claimed && needsCode && (
        <Field label={t.welcome.code} hint={t.welcome.codeHint}>
          {(props) => (
            <input
              {...props}
              className="input tabular-nums"
              autoComplete="one-time-code"
              value={form.code}
              onChange={set('code')}
            />
          )}
        </Field>
      )}
      {enter.error !== null && (
        <p role="alert" className="rounded-soft bg-warm-soft px-3 py-2 text-small text-warm">
          {messageOf(enter.error)}
        </p>
      )}
      <button type="submit" className="act act-go mt-1 min-h-11 text-base" disabled={enter.isPending}>
        {claimed ? t.welcome.signIn : t.welcome.claim}
      </button>
    </form>
  );
}
