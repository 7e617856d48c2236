import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Circle } from '../../../src/contract/shapes.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { t } from '../../lib/strings.ts';
import { tPeople } from '../../lib/strings-people.ts';

export function AddPersonSheet({
  circles,
  onClose,
}: {
  readonly circles: readonly Circle[];
  readonly onClose: () => void;
}) {
  const [form, setForm] = useState({ name: '', email: '', phone: '', circle: '' });
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const set = (key: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [key]: event.target.value });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (form.name.trim() === '') return;
    setBusy(true);
    const id = newId();
    const filled = Object.fromEntries(Object.entries(form).filter(([, value]) => value.trim() !== ''));
    void perform(client.addPerson({ body: { id, ...filled, name: form.name.trim() } }), {
      onDone: (acted) => {
        onClose();
        void navigate({ to: '/people/$id', params: { id: acted.id ?? id } });
      },
      onFail: () => setBusy(false),
    });
  };

  return (
    <Sheet open onClose={onClose} title={tPeople.addTitle} width="26rem">
      <form onSubmit={submit} className="grid gap-4">
        <Field label={t.common.name}>
          {(props) => (
            <input {...props} className="input" autoComplete="off" value={form.name} onChange={set('name')} />
          )}
        </Field>
        <Field label={`${t.common.email}, ${t.common.optional}`}>
          {(props) => (
            <input
              {...props}
              className="input"
              type="email"
              autoComplete="off"
              value={form.email}
              onChange={set('email')}
            />
          )}
        </Field>
        <Field label={`${t.common.phone}, ${t.common.optional}`}>
          {(props) => (
            <input
              {...props}
              className="input"
              type="tel"
              autoComplete="off"
              value={form.phone}
              onChange={set('phone')}
            />
          )}
        </Field>
        <div className="field">
          <span>{tPeople.circle}</span>
          <Choice
            label={tPeople.circle}
            value={form.circle}
            options={[['', tPeople.addNone], ...circles.map((circle) => [circle.name, circle.name] as const)]}
            onChange={(circle) => setForm({ ...form, circle })}
          />
        </div>
        <button type="submit" className="act act-go justify-self-start" disabled={busy || form.name.trim() === ''}>
          {tPeople.adding}
        </button>
      </form>
    </Sheet>
  );
}
