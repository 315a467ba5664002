/** Answer: what the core said last, a result or a sentence why there is none. */
import type { Case } from "./case";
import type { Core } from "./core";
import type { Explanation, ReadFile, Refusal } from "./explanation";

export class Answer {
  explanation: Explanation | undefined;
  /** The core's own sentence where there is no result. */
  refusal: Refusal | undefined;
  /** What the files were taken for. */
  taken: readonly ReadFile[] = [];

  forget(): void {
    this.explanation = undefined;
    this.refusal = undefined;
    this.taken = [];
  }

  /** Ask anew; an answer that is no longer wanted when it comes is dropped. */
  async ask(core: Core, question: Readonly<Record<string, unknown>>, typed: Case | null, isWanted: () => boolean): Promise<boolean> {
    const reply = JSON.parse(await core.ask({ type: "explain", ...question, case: typed })) as Explanation | Refusal;
    if (!isWanted()) return false;
    const isResult = reply.contract === "odr-explanation/1";
    this.taken = isResult ? reply.files : await identified(core, question["lang"]);
    this.explanation = isResult ? reply : undefined;
    this.refusal = isResult ? undefined : reply;
    return true;
  }
}

/** What the files were taken for, where there is no result to say so. */
async function identified(core: Core, lang: unknown): Promise<readonly ReadFile[]> {
  const { files = [] } = JSON.parse(await core.ask({ type: "identify", lang })) as { files?: ReadFile[] };
  return files;
}
