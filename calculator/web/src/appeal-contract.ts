/**
 * Appeal contract: the shape of `odr-desk/1` and `odr-file/1`, every string ready to show.
 *
 * The page works nothing out: what a touch does to the case stands in the `Button` behind it.
 */
import type { Button } from "./appeal-case";

export type StepId = "notice" | "facts" | "causes" | "grid" | "letter";
export const STEPS: readonly StepId[] = ["notice", "facts", "causes", "grid", "letter"];

export interface DeskStep {
  readonly id: StepId;
  readonly title: string;
  readonly why: string;
  readonly time: string;
  readonly state: "done" | "now" | "later";
  readonly summary: string;
  readonly missing: number;
  readonly next: string;
}

export interface Option {
  readonly id: string;
  readonly text: string;
  readonly more?: string | null;
}

export type FieldKind = "day" | "past_day" | "count" | "words" | "who" | "proof" | "choice" | "long_words";

export interface DeskField {
  readonly path: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly why: string | null;
  readonly hint: string | null;
  readonly example: string | null;
  readonly value: string;
  readonly problem: { readonly text: string; readonly offer: string | null } | null;
  readonly options: readonly Option[] | null;
  readonly needed: boolean;
  /** What is to be known of the answer, without being wrong. */
  readonly note?: string | null;
  /** The same words in the other language, where the letter needs them. */
  readonly reading?: DeskField | null;
}

/** One answer of a question, and what choosing it does. */
export interface Offered extends Option {
  readonly chosen?: boolean;
  readonly takes?: string | null;
  readonly do: Button;
}

/** A question with a closed list of answers: of the route, or of the way to a root cause. */
export interface Asked {
  readonly question: string;
  readonly title?: string | null;
  readonly text?: string | null;
  readonly hint?: string | null;
  readonly why?: string | null;
  readonly note?: string | null;
  readonly answer?: string | null;
  readonly answer_text?: string | null;
  readonly answers: readonly Offered[];
  readonly find_out?: readonly Option[];
  readonly typed?: DeskField | null;
}

export interface RouteStep {
  readonly id: string;
  readonly before: string;
  readonly link: string;
  readonly after: string;
  readonly place: string | null;
}

export interface Outcome {
  readonly id: string;
  readonly kind: string;
  readonly kind_text: string;
  readonly stop: string | null;
  readonly title: string;
  readonly text: string;
  readonly deadline: string | null;
  readonly steps: readonly RouteStep[];
  readonly never: readonly string[];
  readonly notes: readonly string[];
  readonly sources?: readonly { readonly key: string; readonly text: string }[];
}

/** Words of the notice, and what they were taken for. */
export interface Quoted {
  readonly topic: string;
  readonly text: string;
  readonly means: string | null;
}

/** What was read in the pasted notice, each piece with its words; nothing is put in by itself. */
export interface NoticeRead {
  readonly title: string;
  /** To be known before anything is taken over. */
  readonly text: string | null;
  readonly evidence: readonly Quoted[];
  readonly deadline: { readonly text: string | null };
  readonly language: { readonly text: string | null };
  readonly found: readonly { readonly path: string; readonly text: string; readonly taken: boolean; readonly do: Button | null }[];
  readonly take: Button | null;
}

export interface NoticeBlock {
  readonly fields: readonly DeskField[];
  readonly paste: { readonly field: DeskField; readonly read: NoticeRead | null };
  readonly route: { readonly given: readonly Asked[]; readonly open: Asked | null; readonly outcome: Outcome | null; readonly again: Button | null };
  readonly language: { readonly field: DeskField; readonly note: string | null; readonly doubt: string | null };
  readonly deadline: { readonly day: string; readonly safe_day: string; readonly left: number; readonly text: string } | null;
  readonly notes: readonly string[];
}

export interface Clock {
  readonly title: string;
  readonly state: string;
  readonly left: string;
  readonly last_safe: string;
  readonly templates: readonly { readonly template: string; readonly title: string; readonly when: string }[];
}

export interface DefectRow {
  readonly key: string;
  readonly title: string;
  readonly order_id_masked: string;
  readonly type_text: string;
  readonly order_date: string | null;
  readonly cause_text: string | null;
  readonly cause_note: string;
  readonly evidence_words: readonly string[];
  readonly comment: string | null;
  readonly counts_text: string | null;
  readonly reason: string | null;
  readonly clocks: readonly Clock[];
  readonly disputed: boolean;
  readonly fields: readonly DeskField[];
  readonly notes: readonly string[];
  readonly remove: Button | null;
}

export interface FactsBlock {
  readonly figure: { readonly source_text: string; readonly day: string; readonly counts: string; readonly text: string } | null;
  readonly fields: readonly DeskField[];
  readonly defects: readonly DefectRow[];
  readonly more: string | null;
  /** Where the orders before and behind those shown begin. */
  readonly pages: { readonly before: number | null; readonly next: number | null };
  readonly add: Button;
  readonly notes: readonly string[];
}

export interface Sentence {
  readonly text: string;
  readonly reading: string | null;
  readonly blanks: readonly string[];
}

export interface Frame {
  readonly frame: string;
  readonly question: string;
  readonly sentence: Sentence | null;
  readonly fields: readonly DeskField[];
  readonly left_out?: boolean;
  readonly left_out_text?: string | null;
  /** Leave it out of the letter, or take it in again. */
  readonly toggle?: Button | null;
}

export interface Row extends Frame {
  readonly id: string;
  readonly state: string;
  readonly states: readonly Offered[];
  readonly notes: readonly string[];
  readonly remove: Button;
}

/** A file or paper, and what it shows. */
export interface Paper {
  readonly id: string;
  readonly fields: readonly DeskField[];
  readonly remove: Button;
}

export interface Offer {
  readonly frame?: string;
  readonly id?: string;
  readonly question?: string;
  readonly text?: string;
  readonly add: Button;
}

export interface Part<OneRow> {
  readonly rows: readonly OneRow[];
  readonly offered: readonly Offer[];
  /** One that is not offered. */
  readonly add?: Button | null;
}

export interface Walk extends Partial<Asked> {
  readonly open: boolean;
  readonly given: readonly Asked[];
  readonly again?: Button;
  readonly failure?: { readonly id: string; readonly should: string | null } | null;
}

export interface CauseBlock {
  readonly id: string;
  readonly cause: string;
  readonly title: string;
  readonly defects_text: string;
  /** False: kept, and not told in the letter. */
  readonly in_letter: boolean;
  readonly walk: Walk;
  readonly block: { readonly id: string; readonly title: string; readonly when: string; readonly not_when: string } | null;
  readonly caution: { readonly id: string; readonly text: string } | null;
  readonly notes: readonly string[];
  readonly root_cause: { readonly frames: readonly Frame[] };
  readonly actions: Part<Row>;
  readonly prevention: Part<Row>;
  readonly evidence: Part<Paper>;
  readonly remove: Button | null;
}

export interface PresentCause {
  readonly cause: string;
  readonly title: string;
  readonly defects_text: string;
  readonly row: string | null;
  readonly add: Button | null;
}

export const CELLS = ["root_cause", "actions_taken", "prevention", "evidence"] as const;
export type CellName = (typeof CELLS)[number];

export interface Cell {
  readonly state: "filled" | "missing" | "planned_only" | "blank";
  readonly words: string;
  readonly ask: string | null;
  readonly field: string | null;
  /** What Amazon's last reply asks of this cell. */
  readonly asked?: { readonly ask: string; readonly words: readonly string[] } | null;
}

export interface GridRow {
  readonly cause: string;
  readonly title: string;
  readonly defects: number;
  readonly cells: Readonly<Record<CellName, Cell>>;
}

export interface Orphan {
  readonly kind: string;
  readonly field: string | null;
  readonly message: string;
}

export interface LetterSentence {
  readonly text: string;
  readonly from: "seller" | "assessment" | "template" | "amazon";
  readonly part: string;
  readonly kind: "heading" | "paragraph" | "item";
  readonly cause: string | null;
  readonly reading: Readonly<Record<string, string>> | null;
  readonly blanks: readonly string[];
  /** Its words in order, each with the field of the case it comes from. */
  readonly parts: readonly { readonly text: string; readonly from: string; readonly field: string | null }[];
}

export interface Cut {
  readonly text: string;
  readonly words: number;
  readonly characters: number;
}

export type BoxName = "root_cause" | "actions_taken" | "prevention";
export type LengthName = "full" | "short" | "shortest";

export interface Letter {
  readonly ready: boolean;
  readonly language: "en" | "zh-Hans" | "zh-Hant";
  readonly reading_language: string;
  readonly text: string;
  readonly boxes: Readonly<Record<BoxName, string>>;
  readonly box_lengths: Readonly<Record<BoxName, { readonly words: number; readonly characters: number }>>;
  readonly sentences: readonly LetterSentence[];
  readonly blocks: readonly { readonly kind: "title" | "heading" | "paragraph" | "item"; readonly text: string }[];
  readonly missing: readonly { readonly field: string; readonly question: string; readonly kind: string }[];
  readonly evidence_index: readonly { readonly number: number | string; readonly file: string; readonly shows: string; readonly sentence?: string | null }[];
  readonly affected_orders: readonly Readonly<Record<string, string | null>>[];
  readonly problems: readonly { readonly field: string | null; readonly code: string; readonly message: string; readonly offer: string | null }[];
  readonly lengths: Readonly<Record<LengthName, Cut>>;
  readonly first_line: string | null;
}

export interface ReviewRow {
  readonly step: StepId;
  readonly about: string | null;
  readonly question: string;
  readonly answer: string;
  readonly field: string;
  readonly problem: string | null;
}

/** What Amazon's reply asks for. */
export interface ReplyRead {
  readonly title: string;
  readonly meaning: string;
  readonly next: string | null;
  readonly asked: readonly { readonly cell: string; readonly title: string; readonly ask: string; readonly words: readonly { readonly text: string }[] }[];
  readonly deadline: { readonly text: string } | null;
}

export interface Round {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly DeskField[];
  readonly reply: ReplyRead | null;
  readonly remove: Button;
}

export interface Rounds {
  readonly rows: readonly Round[];
  /** The letter as it is now beside the one sent last. */
  readonly compare: {
    readonly ok: boolean;
    readonly title: string;
    readonly text: string;
    readonly count: string;
    readonly missing: readonly { readonly cell: string; readonly message: string }[];
  } | null;
  readonly changes: { readonly changes: readonly { readonly text: string; readonly ask: string | null }[] } | null;
  /** Put the letter by as sent; only when it is ready. */
  readonly sent: Button | null;
  readonly earlier: Button;
  readonly note: string;
}

export interface Exported {
  readonly what: string;
  readonly file: string;
  readonly label: string;
}

export interface DeskAnswer {
  readonly contract: "odr-desk/1";
  readonly lang: string;
  readonly time: string;
  readonly steps: readonly DeskStep[];
  readonly notice: NoticeBlock;
  readonly facts: FactsBlock;
  readonly present: readonly PresentCause[];
  /** What may be told beside disputed orders: a failed step of our own, without admitting them. */
  readonly beside: { readonly text: string; readonly rows: readonly { readonly cause: string; readonly title: string; readonly add: Button }[] } | null;
  readonly causes: readonly CauseBlock[];
  readonly grid: readonly GridRow[];
  readonly orphans: readonly Orphan[];
  readonly letter: Letter;
  readonly letter_fields: readonly DeskField[];
  readonly review: readonly ReviewRow[];
  readonly rounds: Rounds;
  readonly exports: readonly Exported[];
}

/** A file made by the core, `odr-file/1`. */
export interface MadeFile {
  readonly contract: "odr-file/1";
  readonly file: string;
  readonly media_type: string;
  readonly text?: string;
  readonly base64?: string;
}
