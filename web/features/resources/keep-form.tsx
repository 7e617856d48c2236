import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Field } from '../../components/field.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { useSettled } from '../../lib/hooks.ts';
import { newId } from '../../lib/new-id.ts';
import { r } from '../../lib/strings-resources.ts';
import { resourceQueries } from './queries.ts';
import { topicsOf } from './topics.ts';

const isAddress = (text: string): boolean => /^https?:\/\/\S+\.\S+$/i.test(text.trim());

interface KeepFormProps {
  /** What came from elsewhere: a bookmark, another app. */
  readonly url: string;
  readonly title: string;
}

/** Keeps an address, whose title and topics are read from its page and may be changed, or a title alone. */
export function KeepForm({ url, title: given }: KeepFormProps) {
  const [text, setText] = useState(url === '' ? given : url);
  const [ownTitle, setOwnTitle] = useState(url === '' ? undefined : given || undefined);
  const [ownTopics, setOwnTopics] = useState<string>();
  const address = isAddress(text) ? text.trim() : '';
  const asked = useSettled(address, 350);
  const { data: page, isFetching } = useQuery(resourceQueries.page(asked));
  const navigate = useNavigate();
  const title = ownTitle ?? page?.title ?? '';
  const topics = ownTopics ?? page?.topics.join(', ') ?? '';
  const ready = address === '' ? text.trim() !== '' : true;

  const keep = async (): Promise<void> => {
    const about = topicsOf(topics);
    const topicsSaid = about.length === 0 ? {} : { topics: about };
    const said =
      address === ''
        ? { title: text.trim(), ...topicsSaid }
        : {
            url: address,
            ...(title === '' ? {} : { title }),
            ...topicsSaid,
            ...(page === undefined ? {} : { kind: page.kind, description: page.description }),
          };
    const kept = await perform(client.addResource({ body: said }, { idempotencyKey: newId() }));
    if (kept?.id !== undefined) void navigate({ to: '/resources/$id', params: { id: kept.id } });
  };

  return (
    <form
      className="card grid gap-4 p-4 desk:p-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void keep();
      }}
    >
      <Field label={r.what} hint={isFetching ? r.reading : page?.known === null ? undefined : page && r.kept}>
        {(props) => (
          <input
            {...props}
            className="input"
            maxLength={2_000}
            autoComplete="off"
            placeholder={r.placeholder}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setOwnTitle(undefined);
              setOwnTopics(undefined);
            }}
          />
        )}
      </Field>
      {address !== '' && (
        <Field label={r.name} hint={page === undefined || page.problem === null ? undefined : r.notRead(page.problem)}>
          {(props) => (
            <input
              {...props}
              className="input"
              maxLength={300}
              value={title}
              onChange={(event) => setOwnTitle(event.target.value)}
            />
          )}
        </Field>
      )}
      {text.trim() !== '' && (
        <Field label={r.topics} hint={r.topicsHint}>
          {(props) => (
            <input
              {...props}
              className="input"
              maxLength={600}
              value={topics}
              onChange={(event) => setOwnTopics(event.target.value)}
            />
          )}
        </Field>
      )}
      <button type="submit" className="act act-go justify-self-start" disabled={!ready}>
        {r.keep}
      </button>
    </form>
  );
}
