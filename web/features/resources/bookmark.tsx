import { r } from '../../lib/strings-resources.ts';

/** Opens this Tendril with the page one is on. */
const code = (): string =>
  `javascript:void(open(${JSON.stringify(`${location.origin}/resources?url=`)}+encodeURIComponent(location.href)+'&title='+encodeURIComponent(JSON.stringify(document.title))))`;

/** A link to be dragged to the bookmarks. React writes no `javascript:` address, so that it is written here. */
export function Bookmark() {
  return (
    <p className="mt-8 text-small text-faint max-desk:hidden">
      <a href="/resources" ref={(link) => link?.setAttribute('href', code())} className="act act-line me-2" draggable>
        {r.bookmark}
      </a>
      {r.bookmarkHint}
    </p>
  );
}
