/** Entry of the page's script: registers the elements, nothing else. */
import { CalculatorElement } from "./calculator-element";
import { RowsElement } from "./rows-element";

customElements.define("odr-rows", RowsElement);
customElements.define("odr-calculator", CalculatorElement);
