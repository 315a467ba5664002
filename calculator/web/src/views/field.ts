/**
 * Field: one thing the seller types, with its label, its hint, and what the core says of it.
 *
 * A problem appears when the typing is over, a moment after the field is left, so that nothing moves
 * under a thumb that is on its way to a button.
 */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { type Field, fieldOf } from "../case";
import type { FieldMessage } from "../explanation";
import { icon } from "./icons";
import type { View } from "./view";

export type Kind = "day" | "count" | "id" | "text";

export interface FieldShape {
  readonly field: Field;
  readonly label: string;
  readonly kind: Kind;
  readonly hint?: unknown;
  /** What the key at the right bottom of a phone's keyboard says. */
  readonly enter?: "next" | "done";
  /** Its problems stand elsewhere, as below a row of two fields. */
  readonly apart?: boolean;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

const AFTER_LEAVING_MS = 250;

export function idOf(field: string): string {
  return `odr-${field.replaceAll(".", "-")}`;
}

/** A field of the case that is typed. */
export function typedField(view: View, shape: FieldShape): TemplateResult {
  const { session } = view;
  return inputField(view, {
    ...shape,
    id: idOf(shape.field),
    value: fieldOf(session.case, shape.field),
    onInput: (value) => session.set(shape.field, value),
  });
}

/** A field of the case with a closed list of answers; nothing is chosen until the seller chooses. */
export function chosenField(
  view: View,
  { field, label, options, empty, apart = false }: { field: Field; label: string; options: readonly Option[]; empty: string | undefined; apart?: boolean },
): TemplateResult {
  const { session } = view;
  const value = fieldOf(session.case, field);
  const messages = messagesOf(view, field);
  const id = idOf(field);
  return html`
    <div class="odr-field" data-field=${field}>
      <label for=${id}>${label}</label>
      <select
        id=${id}
        aria-invalid=${messages.length > 0 ? "true" : nothing}
        aria-describedby=${messages.length > 0 ? `${id}-problem` : nothing}
        @change=${(event: Event) => session.set(field, (event.target as HTMLSelectElement).value)}
      >
        ${empty === undefined ? nothing : html`<option value="" ?selected=${value === ""}>${empty}</option>`}
        ${options.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}
      </select>
      ${apart ? nothing : problems(view, id, field, messages)}
    </div>
  `;
}

export interface InputShape extends Omit<FieldShape, "field"> {
  readonly field: string;
  readonly id: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** What is said of it, where the explanation does not say it; a suggestion goes where the typing goes. */
  readonly messages?: readonly FieldMessage[];
}

/** Any typed field, bound to whatever holds its value. */
export function inputField(view: View, { field, label, kind, hint, enter = "next", apart = false, id, value, onInput, messages: said }: InputShape): TemplateResult {
  const { desk } = view;
  const messages = desk.typing === field ? [] : (said ?? messagesOf(view, field));
  const described = [hint && `${id}-hint`, messages.length > 0 && `${id}-problem`].filter(Boolean).join(" ");
  const leave = (): void => {
    setTimeout(() => {
      if (desk.typing === field) desk.change({ typing: undefined });
    }, AFTER_LEAVING_MS);
  };
  return html`
    <div class="odr-field odr-field--${kind}" data-field=${field}>
      <label for=${id}>${label}</label>
      ${hint ? html`<span class="odr-field__hint" id="${id}-hint">${hint}</span>` : nothing}
      <input
        id=${id}
        type="text"
        inputmode=${kind === "count" ? "numeric" : nothing}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck=${kind === "text" ? nothing : "false"}
        enterkeyhint=${enter}
        aria-describedby=${described || nothing}
        aria-invalid=${messages.length > 0 ? "true" : nothing}
        .value=${live(value)}
        @input=${(event: Event) => {
          if (desk.typing !== field) desk.typing = field;
          onInput((event.target as HTMLInputElement).value);
        }}
        @blur=${leave}
        @keydown=${(event: KeyboardEvent) => onEnter(event)}
      />
      ${apart ? nothing : problems(view, id, field, messages, said === undefined ? undefined : onInput)}
    </div>
  `;
}

export function messagesOf({ session }: View, field: string): readonly FieldMessage[] {
  return session.explanation?.form?.fields.filter((one) => one.field === field) ?? [];
}

/** Two fields side by side, and below them, over the whole width, what is to be said of either. */
export function pair(view: View, shapes: readonly [FieldShape, FieldShape]): TemplateResult {
  return html`
    <div class="odr-two__row">${shapes.map((shape) => typedField(view, { ...shape, apart: true }))}</div>
    ${problemsOf(view, shapes.map(({ field }) => field))}
  `;
}

export function problemsOf(view: View, fields: readonly string[]): unknown {
  return fields.map((field) => problems(view, idOf(field), field, view.desk.typing === field ? [] : messagesOf(view, field)));
}

function problems(view: View, id: string, field: string, messages: readonly FieldMessage[], put?: (value: string) => void): TemplateResult | typeof nothing {
  if (messages.length === 0) return nothing;
  const accept = (value: string): void => {
    if (put === undefined) view.session.set(field as Field, value);
    else put(value);
    view.focus(`#${id}`);
  };
  return html`<div id="${id}-problem" class="odr-field__problems">
    ${messages.map(
      ({ message, suggestions }) => html`
        <p class="odr-field__problem">${icon("warn")}<span>${message}</span></p>
        ${suggestions.map(
          ({ value, label }) => html`<button type="button" class="odr-button odr-button--small" @click=${() => accept(value)}>
            ${label}
          </button>`,
        )}
      `,
    )}
  </div>`;
}

/** Enter goes to the next field, as the key of a phone's keyboard promises. */
function onEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  const here = event.target as HTMLElement;
  const fields = [...(here.closest("odr-calculator")?.querySelectorAll<HTMLElement>("input[type=text], select, textarea") ?? [])];
  const next = fields.slice(fields.indexOf(here) + 1).find((one) => one.closest("details:not([open])") === null);
  if (here.getAttribute("enterkeyhint") === "done" || next === undefined) here.blur();
  else next.focus();
}
