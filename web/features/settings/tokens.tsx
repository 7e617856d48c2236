import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Choice } from '../../components/choice.tsx';
import { messageOf } from '../../lib/acts.ts';
import { client, queries, queryClient } from '../../lib/api.ts';
import { dayOf, plainDay } from '../../lib/days.ts';
import { copyText } from '../../lib/reach.ts';
import { t } from '../../lib/strings.ts';
import { tSettings } from '../../lib/strings-settings.ts';
import { showToast } from '../../lib/toasts.ts';

const again = (): void => void queryClient.invalidateQueries({ queryKey: queries.tokens.queryKey });

async function revoke(id: string): Promise<void> {
  try {
    showToast({ text: (await client.revokeToken({ params: { id } })).message });
  } catch (error) {
    showToast({ text: messageOf(error), tone: 'problem' });
  }
  again();
}

/** Keys for other programs. A new one is shown once, here and nowhere else. */
export function Tokens() {
  const { data } = useQuery(queries.tokens);
  const [name, setName] = useState('');
  const [scope, setScope] = useState<'read' | 'write'>('read');
  const [made, setMade] = useState<string>();

  const create = async (): Promise<void> => {
    try {
      setMade((await client.createToken({ body: { name: name.trim(), scope } })).token);
      setName('');
    } catch (error) {
      showToast({ text: messageOf(error), tone: 'problem' });
    }
    again();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') void create();
  };

  return (
    <div className="grid gap-4">
      {data?.tokens.length === 0 && <p className="text-small text-faint">{tSettings.noTokens}</p>}
      <ul>
        {data?.tokens.map((token) => (
          <li key={token.id} className="flex flex-wrap items-center gap-x-3 border-b border-line/70 py-1.5">
            <span className="min-w-0 flex-1 truncate">{token.name}</span>
            <span className="text-small text-faint">
              {tSettings.scopes[token.scope]} ·{' '}
              {tSettings.used(token.lastUsedAt === null ? null : plainDay(dayOf(token.lastUsedAt)))}
            </span>
            <button type="button" className="act act-warm" onClick={() => void revoke(token.id)}>
              {tSettings.revoke}
              <span className="sr-only">{token.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {made !== undefined && (
        <div role="status" className="leaf-band p-4">
          <p className="text-small">{tSettings.created}</p>
          <div className="mt-2 flex gap-2">
            <input
              readOnly
              aria-label={tSettings.created}
              className="input font-mono"
              value={made}
              onFocus={(event) => event.target.select()}
            />
            <button type="button" className="act act-go" onClick={() => void copyText(made)}>
              {t.common.copy}
            </button>
          </div>
        </div>
      )}
      <form onSubmit={submit} className="flex flex-wrap items-center gap-2">
        <input
          className="input max-w-64"
          aria-label={tSettings.tokenName}
          placeholder={tSettings.tokenName}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Choice
          label={tSettings.tokenScope}
          className="w-auto!"
          value={scope}
          options={[
            ['read', tSettings.scopes.read],
            ['write', tSettings.scopes.write],
          ]}
          onChange={setScope}
        />
        <button type="submit" className="act act-line" disabled={name.trim() === ''}>
          {tSettings.create}
        </button>
      </form>
    </div>
  );
}
