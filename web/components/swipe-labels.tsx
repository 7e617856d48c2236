/** What a swipe to either side would do, shown in the room the card leaves. The same acts have buttons, so it is for eyes alone. */
export function SwipeLabels({
  end,
  start,
}: {
  readonly end?: string | undefined;
  readonly start?: string | undefined;
}) {
  return (
    <>
      {end !== undefined && (
        <span aria-hidden="true" className="swipe-label" data-side="end">
          <b>{end}</b>
        </span>
      )}
      {start !== undefined && (
        <span aria-hidden="true" className="swipe-label" data-side="start">
          <b>{start}</b>
        </span>
      )}
    </>
  );
}
