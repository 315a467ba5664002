/** View: what every view is given. A view shows; it decides nothing. */
import type { Session } from "../session";
import type { Texts } from "../texts";

export interface View {
  readonly session: Session;
  readonly texts: Texts;
  /** Where the page of a fact is, or undefined where the site has none. */
  readonly factUrl: (key: string) => string | undefined;
}
