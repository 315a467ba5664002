/**
 * Teaser: the words of a section around what was found, as HTML of the result list.
 *
 * What stands in the index is our own pages; the question is only compared, never shown.
 */
const LONGEST = 160;
const BEFORE = 40;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** The text of a piece of HTML. */
export function textOf(html: string): string {
  const plain = html.replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => NAMED[name] ?? "");
  return plain.replace(/\s+/g, " ").trim();
}

export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** A title or text with each of the words marked; `plain` is the text in the letters of the words, one for one. */
export function marked(text: string, words: readonly string[], plain = text.toLowerCase()): string {
  const places = placesOf(plain, words);
  let [html, end] = ["", 0];
  for (const [from, to] of places) {
    if (to <= end) continue;
    const start = Math.max(from, end);
    html += `${escaped(text.slice(end, start))}<mark>${escaped(text.slice(start, to))}</mark>`;
    end = to;
  }
  return (html + escaped(text.slice(end))).replaceAll("</mark><mark>", "");
}

/** The part of a text with the most words found in it. */
export function teaser(text: string, words: readonly string[], plain = text.toLowerCase()): string {
  const places = placesOf(plain, words);
  const counts = places.map(([from]) => places.filter(([at]) => at >= from && at < from + LONGEST - BEFORE).length);
  const best = places[counts.indexOf(Math.max(...counts))]?.[0] ?? 0;
  const from = best <= BEFORE ? 0 : best - BEFORE;
  const part = marked(text.slice(from, from + LONGEST), words, plain.slice(from, from + LONGEST));
  return `${from > 0 ? "…" : ""}${part}${from + LONGEST < text.length ? "…" : ""}`;
}

function placesOf(plain: string, words: readonly string[]): (readonly [number, number])[] {
  const found = words.flatMap((word) => placesOfOne(plain, word));
  return found.sort(([a, b], [c, d]) => a - c || b - d);
}

function placesOfOne(text: string, word: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) found.push([at, at + word.length]);
  return found;
}
