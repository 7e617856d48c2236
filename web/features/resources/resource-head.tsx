import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ResourcePage } from '../../../src/contract/shapes.ts';
import { siteOf } from '../../../src/domain/resources/address.ts';
import { RESOURCE_KINDS } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { r } from '../../lib/strings-resources.ts';
import { topicsOf } from './topics.ts';

/** What it is, and the words by which it finds its people. */
export function ResourceHead({ resource }: { readonly resource: ResourcePage }) {
  const [editing, setEditing] = useState(false);
  const navigate = useNavigate();
  const { id, url, kind, topics } = resource;
  return (
    <>
      <Link to="/resources" className="link mt-4 inline-block text-small">
        {r.back}
      </Link>
      <PageHead
        title={resource.title}
        lead={
          <>
            {r.kinds[kind]}
            {url !== null && (
              <>
                {' · '}
                <a href={url} className="link" target="_blank" rel="noopener noreferrer">
                  {siteOf(url)}
                </a>
              </>
            )}
            {topics.length > 0 && ` · ${topics.join(', ')}`}
          </>
        }
      >
        <span className="flex gap-1">
          <button type="button" className="act act-line" aria-expanded={editing} onClick={() => setEditing(!editing)}>
            {r.change}
          </button>
          <button
            type="button"
            className="act"
            onClick={() =>
              void perform(client.deleteResource({ params: { id } }), {
                onDone: () => void navigate({ to: '/resources' }),
              })
            }
          >
            {r.remove}
          </button>
        </span>
      </PageHead>
      {editing && <ChangeForm resource={resource} onClose={() => setEditing(false)} />}
    </>
  );
}

function ChangeForm({ resource, onClose }: { readonly resource: ResourcePage; readonly onClose: () => void }) {
  const [title, setTitle] = useState(resource.title);
  const [topics, setTopics] = useState(resource.topics.join(', '));
  const [kind, setKind] = useState(resource.kind);
  return (
    <form
      className="card mb-6 grid gap-4 p-4 desk:p-6"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { title: title.trim(), topics: topicsOf(topics), kind };
        void perform(client.updateResource({ params: { id: resource.id }, body }), { onDone: onClose });
      }}
    >
      <Field label={r.name}>
        {(props) => (
          <input
            {...props}
            className="input"
            maxLength={300}
            required
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label={r.topics} hint={r.topicsHint}>
        {(props) => (
          <input
            {...props}
            className="input"
            maxLength={600}
            value={topics}
            onChange={(event) => setTopics(event.target.value)}
          />
        )}
      </Field>
      <Choice
        label={r.kind}
        className="w-auto!"
        value={kind}
        options={RESOURCE_KINDS.map((one) => [one, r.kinds[one]] as const)}
        onChange={setKind}
      />
      <button type="submit" className="act act-go justify-self-start" disabled={title.trim() === ''}>
        {r.save}
      </button>
    </form>
  );
}
