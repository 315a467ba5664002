/** Review: the contract `odr-review/1`, and its findings where the words stand now. */

export type Severity = "blocker" | "major" | "minor" | "info";

export interface Finding {
  readonly rule: string;
  /** Which of the rule's sentences it is; ends in the part of the plan it is about, where it is about one. */
  readonly kind: string;
  readonly severity: Severity;
  readonly severity_name: string;
  /** It is about words that are missing. */
  readonly is_missing: boolean;
  /** Places in the letter, in units of a string of this page; equal where something is missing. */
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
  readonly name: string;
  readonly message: string;
  readonly fix: string;
  /** Keys of facts the rule rests on. */
  readonly source: readonly string[];
}

export interface GridRow {
  readonly issue: string;
  readonly root_cause: boolean;
  readonly actions_taken: boolean;
  readonly prevention: boolean;
  readonly evidence: boolean;
}

export interface Review {
  readonly contract: "odr-review/1";
  readonly language: string;
  readonly ready: boolean;
  /** What it comes to, in one sentence. */
  readonly verdict: string;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Places in the list of what is shown unasked. */
  readonly shown_first: readonly number[];
  readonly findings: readonly Finding[];
  readonly grid: readonly GridRow[];
}

/** A finding with the number that ties its words to its line in the list. */
export interface Numbered extends Finding {
  readonly number: number;
}

export interface NumberedReview extends Review {
  readonly findings: readonly Numbered[];
}

const BEYOND = /[\u{10000}-\u{10FFFF}]/u;

/** The review with its findings numbered and placed as this page counts; the core counts whole characters. */
export function placed(review: Review, text: string): NumberedReview {
  const starts: number[] = [];
  if (BEYOND.test(text)) for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) starts.push(at);
  const unit = (place: number): number => (starts.length === 0 ? place : (starts[place] ?? text.length));
  return { ...review, findings: review.findings.map((one, at) => ({ ...one, number: at + 1, start: unit(one.start), end: unit(one.end) })) };
}

/** The findings of a text where their words stand after an edit; what the edit took away is gone. */
export function moved(findings: readonly Numbered[], before: string, now: string): readonly Numbered[] {
  if (before === now) return findings;
  const most = Math.min(before.length, now.length);
  let from = 0;
  while (from < most && before[from] === now[from]) from += 1;
  let kept = 0;
  while (kept < most - from && before[before.length - 1 - kept] === now[now.length - 1 - kept]) kept += 1;
  const [to, by] = [before.length - kept, now.length - before.length];
  const place = (one: Numbered): Numbered | undefined => {
    if (one.end <= from) return one;
    if (one.start >= to) return { ...one, start: one.start + by, end: one.end + by };
    if (one.start <= from && one.end >= to) return one.end + by > one.start ? { ...one, end: one.end + by } : undefined;
    return undefined;
  };
  return findings.map(place).filter((one) => one !== undefined);
}

/** What is shown: what the review shows unasked, or all of it. */
export function shown(findings: readonly Numbered[], { shown_first: first }: Review, all: boolean): readonly Numbered[] {
  return all ? findings : findings.filter(({ number }) => first.includes(number - 1));
}

/** A run of the text and the findings its words belong to, heaviest first. */
export interface Run {
  readonly text: string;
  readonly start: number;
  readonly findings: readonly Numbered[];
  /** Numbers of the findings that begin here. */
  readonly begins: readonly number[];
}

/** The text cut where a finding begins or ends. */
export function runsOf(text: string, findings: readonly Numbered[], offset = 0): Run[] {
  const here = findings.filter(({ start, end }) => end > start && start < offset + text.length && end > offset);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of here) {
    cuts.add(Math.max(0, start - offset));
    cuts.add(Math.min(text.length, end - offset));
  }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1]!;
    const over = here.filter(({ start, end }) => start - offset < to && end - offset > from);
    const begins = over.filter(({ start }) => start - offset === from).map(({ number }) => number);
    return { text: text.slice(from, to), start: from + offset, findings: over, begins };
  });
}
