/** Entry of the page's script: registers the element, nothing else. */
import { CalculatorElement } from "./calculator-element";

customElements.define("odr-calculator", CalculatorElement);
