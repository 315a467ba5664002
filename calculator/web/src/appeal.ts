/** Entry of the appeal desk's script: registers the element, nothing else. */
import { AppealElement } from "./appeal-element";

customElements.define("odr-appeal", AppealElement);
