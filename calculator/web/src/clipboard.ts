/**
 * Clipboard: copy a text by every way a browser has; where it has none, select it and say so.
 */

/** Copy; false means that nothing could be copied and `shown` is selected instead. */
export async function copy(text: string, shown?: Element | null): Promise<boolean> {
  if (await throughApi(text)) return true;
  if (throughSelection(text)) return true;
  if (shown) select(shown);
  return false;
}

async function throughApi(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function throughSelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.setAttribute("aria-hidden", "true");
  field.className = "odr-off-screen";
  document.body.append(field);
  field.select();
  field.setSelectionRange(0, text.length);
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}

function select(shown: Element): void {
  const selection = getSelection();
  const range = document.createRange();
  range.selectNodeContents(shown);
  selection?.removeAllRanges();
  selection?.addRange(range);
}
