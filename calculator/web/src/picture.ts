/** Picture: what a drawing needs, as the core places it. */
export interface Picture {
  readonly kind: string;
  readonly title: string;
}
