/** Order id: masked unless the seller asks for it, and always masked on paper. */
import { html, type TemplateResult } from "lit";
import type { Row } from "../explanation";

export function orderId(row: Row, whole: boolean): TemplateResult {
  const masked = String(row["order_id_masked"] ?? row["order_id"] ?? "");
  if (!whole) return html`<strong class="odr-id">${masked}</strong>`;
  return html`<strong class="odr-id"><span class="odr-on-screen">${row["order_id"]}</span><span class="odr-on-paper">${masked}</span></strong>`;
}
