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
  readonly where: string;
  readonly example: string;
}

export interface SingleLetter {
  readonly contract: "odr-single-letter/1";
  readonly template: string;
  readonly title: string;
  readonly when: string;
  readonly not_when: string;
  readonly deadline: string;
  readonly ready: boolean;
  readonly text: string;
  readonly reading: string;
  readonly parts: readonly LetterPart[];
  readonly blanks: readonly Blank[];
}
