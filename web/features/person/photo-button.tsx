import { useEffect } from 'react';
import type { PersonPage } from '../../../src/contract/shapes.ts';
import { Face } from '../../components/face.tsx';
import { Icon } from '../../components/icon.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { shrinkPhoto } from '../../lib/photo.ts';
import { tPerson } from '../../lib/strings-person.ts';

async function upload(personId: string, file: File): Promise<void> {
  const form = new FormData();
  form.set('photo', await shrinkPhoto(file), file.name);
  await perform(client.putPhoto({ params: { id: personId }, form }));
}

const imageOf = (items: DataTransfer | null): File | undefined =>
  [...(items?.files ?? [])].find((file) => file.type.startsWith('image/'));

/** The face; a file chosen (on a phone, the camera), dropped on it, or pasted on the page changes it. */
export function PhotoButton({ person }: { readonly person: PersonPage }) {
  const { id } = person;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const file = imageOf(event.clipboardData);
      if (file === undefined || event.defaultPrevented) return;
      event.preventDefault();
      void upload(id, file);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [id]);
  return (
    <label
      title={tPerson.photoHint}
      onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={(event) => {
        const file = imageOf(event.dataTransfer);
        if (file === undefined) return;
        event.preventDefault();
        void upload(id, file);
      }}
      className="group relative cursor-pointer rounded-full has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf"
    >
      <span className="desk:hidden">
        <Face id={person.id} initials={person.initials} photo={person.photo} size={3.6} />
      </span>
      <span className="max-desk:hidden">
        <Face id={person.id} initials={person.initials} photo={person.photo} size={5} />
      </span>
      <span
        aria-hidden="true"
        className="absolute -end-0.5 bottom-0 grid size-6 place-items-center rounded-full border border-line bg-card text-soft opacity-0 transition-opacity group-hover:opacity-100"
      >
        <Icon name="pencil" size={12} />
      </span>
      <input
        type="file"
        accept="image/*"
        className="sr-only"
        aria-label={tPerson.setPhoto}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void upload(person.id, file);
          event.target.value = '';
        }}
      />
    </label>
  );
}
