/** View: what every view is given. A view shows; it decides nothing. */
import type { Desk } from "../desk";
import type { Session } from "../session";
import type { Texts } from "../texts";

export interface View {
  readonly session: Session;
  readonly desk: Desk;
  readonly texts: Texts;
  /** Where reading begins again after a wipe, and where typing goes on. */
  readonly home: string;
  /** Where the page of a fact is, or undefined where the site has none. */
  readonly factUrl: (key: string) => string | undefined;
  /** Where a page of the handbook is, or undefined where the site has none. */
  readonly pageUrl: (name: string, key?: string) => string | undefined;
  /** Give files to the session, and show the result when it has come. */
  readonly addFiles: (files: readonly File[]) => void;
  /** Show the result as soon as it has come. */
  readonly awaitResult: () => void;
  /** Put the focus on an element once it is drawn. */
  readonly focus: (selector: string) => void;
}
