/**
 * `<odr-rows>`: the rows of an orders file, however many, as a table that draws those in sight.
 *
 * Rows come as pieces of the file, cut into cells by the core. The frame scrolls with wheel, finger and
 * keys; a filter stands in for the browser's own search, which sees only what is drawn.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { FileRows, type Line, STEP } from "./file-rows";
import type { Texts } from "./texts";

interface Cut {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly masked: string }[];
}

interface Row {
  readonly number: number;
  readonly cells: readonly string[];
  readonly masked: string;
}

export interface Given {
  readonly file: File;
  readonly texts: Texts;
  readonly showIds: boolean;
  /** Lines that need a look. */
  readonly doubtful: ReadonlySet<number>;
  showWhole(on: boolean): void;
  ask(body: Readonly<Record<string, unknown>>): Promise<string>;
}

const BEYOND = 8;
const PIECES_KEPT = 16;
/** No browser draws an element of any height; beyond this a step of the bar is more than a row. */
const TALLEST = 8_000_000;
const QUIET_MS = 250;

export class RowsElement extends LitElement {
  #given: Given | undefined;
  #rows: FileRows | undefined;
  #columns: readonly string[] | undefined;
  #isPlain = true;
  #found: { readonly rows: readonly Row[]; readonly isMore: boolean } | undefined;
  #rowHeight = 32;
  #quiet = 0;
  #opening = new AbortController();
  #finding = new AbortController();
  readonly #pieces = new Map<number, readonly Row[] | "asked">();

  set given(given: Given) {
    const isOther = given.file !== this.#given?.file;
    this.#given = given;
    if (isOther) void this.#open(given.file);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#opening.abort();
    this.#finding.abort();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const texts = this.#given?.texts;
    if (texts === undefined) return nothing;
    if (!this.#isPlain) return html`<p>${texts.say("row_review.rows.not_plain")}</p>`;
    if (this.#columns === undefined) return html`<p role="status">${texts.say("row_review.rows.opening")}</p>`;
    const columns = [texts.say("row_review.rows.line"), ...this.#columns];
    return html`
      <div class="odr-field odr-rows__find">
        <label for="odr-rows-find">${texts.say("row_review.rows.find")}</label>
        <input id="odr-rows-find" type="search" autocomplete="off" spellcheck="false" @input=${this.#typed} />
      </div>
      <label class="odr-switch">
        <input type="checkbox" .checked=${live(this.#given?.showIds ?? false)} @change=${this.#switched} />
        <span>${texts.say("row_review.show_ids")}</span>
      </label>
      <p class="odr-rows__said" role="status">${this.#said(texts)}</p>
      <div class="odr-rows__frame" tabindex="0" role="table" aria-label=${texts.say("row_review.rows.title", { name: this.#given?.file.name ?? "" })}
        aria-rowcount=${this.#count + 1} aria-colcount=${columns.length} @scroll=${this.#scrolled}>
        <div class="odr-rows__row odr-rows__row--head" role="row" aria-rowindex="1">
          ${columns.map((column) => html`<span role="columnheader">${column}</span>`)}
        </div>
        <div class="odr-rows__all" role="rowgroup"><div class="odr-rows__shown" role="presentation">${this.#shown()}</div></div>
      </div>
    `;
  }

  protected override updated(): void {
    const all = this.querySelector<HTMLElement>(".odr-rows__all");
    const shown = this.querySelector<HTMLElement>(".odr-rows__shown");
    if (all === null || shown === null) return;
    this.#rowHeight = shown.firstElementChild?.getBoundingClientRect().height || this.#rowHeight;
    all.style.height = `${this.#height}px`;
    shown.style.transform = `translateY(${this.#top}px)`;
  }

  get #count(): number {
    return this.#found === undefined ? Math.max(0, (this.#rows?.count ?? 1) - 1) : this.#found.rows.length;
  }

  get #height(): number {
    return Math.min(this.#count * this.#rowHeight, TALLEST);
  }

  get #frame(): HTMLElement | null {
    return this.querySelector<HTMLElement>(".odr-rows__frame");
  }

  /** Rows that have room in the frame. */
  get #room(): number {
    return Math.ceil((this.#frame?.clientHeight ?? 400) / this.#rowHeight);
  }

  get #first(): number {
    const at = this.#frame?.scrollTop ?? 0;
    const isWhole = this.#count * this.#rowHeight <= TALLEST;
    const first = isWhole ? at / this.#rowHeight : (at / Math.max(1, this.#height - this.#room * this.#rowHeight)) * (this.#count - this.#room);
    return Math.max(0, Math.min(Math.floor(first), this.#count - this.#room) - BEYOND);
  }

  get #top(): number {
    const isWhole = this.#count * this.#rowHeight <= TALLEST;
    if (isWhole) return this.#first * this.#rowHeight;
    return Math.min(this.#frame?.scrollTop ?? 0, this.#height - this.#room * this.#rowHeight) - Math.min(BEYOND, this.#first) * this.#rowHeight;
  }

  #shown(): TemplateResult[] {
    const first = this.#first;
    const last = Math.min(this.#count, first + this.#room + 2 * BEYOND);
    return Array.from({ length: Math.max(0, last - first) }, (_, index) => this.#row(first + index));
  }

  #row(at: number): TemplateResult {
    const row = this.#found === undefined ? this.#rowAt(at) : this.#found.rows[at];
    const isDoubtful = row !== undefined && this.#given?.doubtful.has(row.number);
    const cells = row === undefined ? (this.#columns ?? []).map(() => "…") : row.cells.map((cell, place) => (place === 0 && !this.#given?.showIds ? row.masked : cell));
    return html`<div class="odr-rows__row ${isDoubtful ? "odr-rows__row--look" : ""}" role="row" aria-rowindex=${at + 2}>
      <span role="cell">${row?.number ?? at + 2}${isDoubtful ? html` <b>${this.#given?.texts.say("row_review.rows.look")}</b>` : nothing}</span>
      ${cells.map((cell) => html`<span role="cell" title=${cell}>${cell}</span>`)}
    </div>`;
  }

  /** A row of the whole file; the header is its line 0. */
  #rowAt(at: number): Row | undefined {
    const place = Math.floor((at + 1) / STEP);
    const held = this.#pieces.get(place);
    if (held === undefined) void this.#fetch(place);
    return held === undefined || held === "asked" ? undefined : held[(at + 1) % STEP];
  }

  async #fetch(place: number): Promise<void> {
    this.#pieces.set(place, "asked");
    const rows = this.#rows;
    const piece = await rows?.piece(place).then((lines) => this.#cut(lines)).catch(() => undefined);
    if (piece === undefined || rows !== this.#rows) {
      this.#pieces.delete(place);
      return;
    }
    this.#pieces.set(place, piece);
    for (const old of [...this.#pieces.keys()].slice(0, -PIECES_KEPT)) this.#pieces.delete(old);
    this.requestUpdate();
  }

  async #cut(lines: readonly Line[]): Promise<Row[]> {
    const body = { type: "rows", header: this.#rows?.header ?? "", lines: lines.map(({ text }) => text) };
    const { columns, rows } = JSON.parse((await this.#given?.ask(body)) ?? "{}") as Cut;
    this.#columns ??= columns;
    return lines.map(({ number }, index) => ({ number, cells: rows[index]?.cells ?? [], masked: rows[index]?.masked ?? "" }));
  }

  async #open(file: File): Promise<void> {
    this.#opening.abort();
    this.#opening = new AbortController();
    const { signal } = this.#opening;
    const rows = await FileRows.open(file, signal).catch(() => undefined);
    if (signal.aborted) return;
    this.#rows = rows;
    this.#isPlain = rows !== undefined;
    if (rows !== undefined) await this.#fetch(0);
    if (this.#columns?.length === 0) this.#isPlain = false;
    this.requestUpdate();
  }

  readonly #scrolled = (): void => this.requestUpdate();

  readonly #switched = (event: Event): void => this.#given?.showWhole((event.target as HTMLInputElement).checked);

  readonly #typed = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#quiet);
    this.#quiet = window.setTimeout(() => void this.#find(text), QUIET_MS);
  };

  async #find(text: string): Promise<void> {
    this.#finding.abort();
    this.#finding = new AbortController();
    const { signal } = this.#finding;
    if (text === "") this.#found = undefined;
    else {
      const found = await this.#rows?.find(text, signal);
      if (found === undefined || signal.aborted) return;
      const rows = await this.#cut(found.lines);
      if (signal.aborted) return;
      this.#found = { rows, isMore: found.isMore };
    }
    this.#frame?.scrollTo({ top: 0 });
    this.requestUpdate();
  }

  #said(texts: Texts): string {
    const n = new Intl.NumberFormat("en").format(this.#count);
    const key = this.#found === undefined ? "all" : this.#found.isMore ? "found_more" : this.#count === 0 ? "found_none" : "found";
    return texts.say(`row_review.rows.${key}`, { n });
  }
}
