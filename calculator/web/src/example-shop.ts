/** Example shop: files and entries invented by the build, fetched before anybody has typed anything. */
import { readCase } from "./case-file";
import type { Case } from "./case";
import { exampleUrl } from "./parts";

export interface ExampleShop {
  readonly case: Case;
  readonly files: readonly File[];
}

interface Written {
  readonly case: unknown;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

export async function loadExample(address = exampleUrl): Promise<ExampleShop> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const written = (await response.json()) as Written;
  const held = readCase(JSON.stringify(written.case));
  if (typeof held === "string") throw new Error(held);
  return { case: held, files: written.files.map(({ name, text }) => new File([text], name, { type: "text/plain" })) };
}
