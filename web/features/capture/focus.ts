/** The capture line is on every page; anything may bring the cursor there. */
export const CAPTURE_ID = 'capture';

export function focusCapture(): void {
  document.getElementById(CAPTURE_ID)?.focus();
}
