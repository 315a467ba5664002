/** Entry of the letter check's script: registers the element, nothing else. */
import { LetterCheckElement } from "./letter-check-element";

customElements.define("odr-letter-check", LetterCheckElement);
