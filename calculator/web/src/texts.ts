/**
 * Texts: what the shell itself says, loaded once in the language of the page.
 */
import { messagesUrl } from "./parts";

export class Texts {
  readonly #megabytes: Intl.NumberFormat;

  constructor(
    readonly language: string,
    private readonly catalogue: Readonly<Record<string, string>>,
  ) {
    this.#megabytes = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  }

  /** The sentence of a key with its places filled; a missing key shows itself. */
  say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    const text = this.catalogue[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  }

  /** Every text right below a key, in the order of the messages: the answers of a choice. */
  list(key: string): { value: string; label: string }[] {
    const start = `${key}.`;
    return Object.entries(this.catalogue)
      .filter(([name]) => name.startsWith(start) && !name.slice(start.length).includes("."))
      .map(([name, label]) => ({ value: name.slice(start.length), label }));
  }

  /** The size of a file in the unit that suits it. */
  size(bytes: number): string {
    const unit = bytes < 100_000 ? "kilobyte" : "megabyte";
    const shown = Math.max(bytes / (unit === "kilobyte" ? 1000 : 1_000_000), bytes > 0 ? 0.1 : 0);
    const maximumFractionDigits = shown < 10 ? 1 : 0;
    return new Intl.NumberFormat(this.language, { style: "unit", unit, maximumFractionDigits }).format(shown);
  }

  /** Bytes of the download as megabytes, as the texts expect them. */
  megabytes(bytes: number): string {
    return this.#megabytes.format(bytes / 1_000_000);
  }
}

/** The language of the core for the language of a page. */
export function coreLanguage(pageLanguage: string): string {
  const lower = pageLanguage.toLowerCase();
  if (/^zh-(hant|tw|hk|mo)/.test(lower)) return "zh-Hant";
  return lower.startsWith("zh") ? "zh-Hans" : "en";
}

/** Load the texts; the page has no words of its own to fall back on. */
export async function loadTexts(pageLanguage: string): Promise<Texts> {
  const language = coreLanguage(pageLanguage);
  const response = await fetch(messagesUrl(language));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return new Texts(language, (await response.json()) as Record<string, string>);
}
