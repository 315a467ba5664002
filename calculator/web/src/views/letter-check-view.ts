/** Letter check view: what every view of a letter that is being read is given. */
import type { LetterDesk } from "../letter-desk";
import type { LetterSession } from "../letter-session";
import type { Numbered } from "../review";
import type { View } from "./view";

export interface LetterCheckView extends View {
  readonly session: LetterSession;
  readonly desk: LetterDesk;
  readonly shown: readonly Numbered[];
  /** The finding whose words the cursor is in. */
  readonly here: Numbered | undefined;
  /** Go to the words of a finding, and select them. */
  readonly toWords: (finding: Numbered) => void;
}
