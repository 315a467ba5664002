/** Single letter: the shape of `odr-single-letter/1`, one text about one defect. */
export interface LetterPart {
  readonly text?: string;
  readonly from?: string;
  readonly blank?: string;
  readonly label?: string;
}

export interface Blank {
  readonly blank: string;
  readonly label: string;
  /** What stands in the text while it is open. */
  readonly in_text: string;
  readonly where: string;
  readonly example: string;
  readonly value: string | null;
  readonly from: string | null;
}

export interface Complaint {
  readonly blank: string;
  readonly message: string;
  readonly suggestion: { readonly value: string; readonly label: string } | null;
}

export interface SingleLetter {
  readonly contract: "odr-single-letter/1";
  readonly template: string;
  /** The language of the text, and of its reading. */
  readonly text_lang: string;
  readonly reading_lang: string;
  readonly language_note: string | null;
  readonly title: string;
  readonly when: string;
  readonly not_when: string;
  readonly deadline: string;
  readonly ready: boolean;
  readonly text: string;
  readonly reading: string;
  /** What is wrong with typed blanks, each with the value it likely meant. */
  readonly complaints: readonly Complaint[];
  readonly parts: readonly LetterPart[];
  readonly blanks: readonly Blank[];
}
