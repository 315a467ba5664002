/**
 * Known answers: the golden cases put to the program on this device, one after the other, through the
 * same two doors as a seller's own files.
 */
import { Core } from "./core";
import { knownAnswersUrl } from "./parts";
import { asFailure, Failure } from "./protocol";
import { SellerFiles } from "./seller-files";
import { Wire } from "./wire";

interface GivenFile {
  readonly name: string;
  readonly text?: string;
  readonly base64?: string;
}

interface KnownAnswer {
  readonly name: string;
  readonly files: readonly GivenFile[];
  readonly asks: readonly { readonly question: unknown; readonly digest: string }[];
}

/** What a question is answered with: `odr-known-answer/1`. */
interface Answered {
  readonly digest?: string;
  readonly python?: string;
  readonly rules?: string;
}

export type RunState = "idle" | "coming" | "asking" | "done" | "stopped" | "broken";

const STALL_MS = 20_000;
/** Nothing of ours takes so long, on the slowest device; the worker counts as gone. */
const SILENCE_MS = 60_000;

export class KnownAnswersRun {
  state: RunState = "idle";
  total = 0;
  asked = 0;
  python = "";
  rules = "";
  /** Why the run broke off. */
  detail = "";
  /** Names of the cases whose answer is another one here. */
  differing: string[] = [];
  #core: Core | undefined;

  constructor(private readonly onChange: () => void) {}

  get isRunning(): boolean {
    return this.state === "coming" || this.state === "asking";
  }

  /** Bytes of the program that are here. */
  get download(): { readonly loaded: number; readonly total: number } {
    return this.#core?.download ?? { loaded: 0, total: 0 };
  }

  async start(): Promise<void> {
    Object.assign(this, { total: 0, asked: 0, differing: [], detail: "" });
    this.#become("coming");
    const lost = new Promise<never>((_, reject) => {
      this.#core = new Core(new Wire(() => undefined), this.onChange, reject, STALL_MS, true);
    });
    lost.catch(() => undefined);
    const core = this.#core!;
    try {
      await Promise.race([this.#run(core), lost]);
      if (core === this.#core) this.#become("done");
    } catch (thrown) {
      this.#brokeOff(core, thrown);
    } finally {
      core.end();
    }
  }

  /** End the program; what has been asked stays counted. */
  stop(): void {
    if (!this.isRunning) return;
    const core = this.#core;
    this.#core = undefined;
    core?.end();
    this.#become("stopped");
  }

  async #run(core: Core): Promise<void> {
    const [{ answers }] = await Promise.all([fetched(), core.start(true)]);
    await core.loadReader();
    if (core !== this.#core) return;
    this.total = answers.length;
    this.#become("asking");
    for (const one of answers) {
      const isRight = await inTime(this.#isRight(core, one));
      if (core !== this.#core) return;
      if (!isRight) this.differing.push(one.name);
      this.asked += 1;
      this.onChange();
    }
  }

  async #isRight(core: Core, { files, asks }: KnownAnswer): Promise<boolean> {
    const given = new SellerFiles();
    given.add(files.map(asFile));
    for (const entry of given.entries) {
      try {
        await core.read(entry, {});
      } catch (thrown) {
        if (asFailure(thrown, "crashed").code !== "core") throw thrown; // a refusal is an answer as well
      }
    }
    let isRight = true;
    for (const { question, digest } of asks) {
      const answered = JSON.parse(await core.ask({ type: "known_answer", question })) as Answered;
      isRight &&= answered.digest === digest;
      this.python = answered.python ?? this.python;
      this.rules = answered.rules ?? this.rules;
    }
    await core.ask({ type: "wipe" });
    return isRight;
  }

  #brokeOff(core: Core, thrown: unknown): void {
    if (core !== this.#core) return;
    this.detail = asFailure(thrown, "crashed").message.trim().split("\n").pop() ?? "";
    this.#become("broken");
  }

  #become(state: RunState): void {
    this.state = state;
    this.onChange();
  }
}

async function fetched(): Promise<{ readonly answers: readonly KnownAnswer[] }> {
  const response = await fetch(knownAnswersUrl);
  if (!response.ok) throw new Failure("download", `${response.status}`);
  return (await response.json()) as { readonly answers: readonly KnownAnswer[] };
}

function asFile({ name, text, base64 }: GivenFile): File {
  if (base64 === undefined) return new File([text ?? ""], name);
  return new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name);
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Failure("crashed", "no answer")), SILENCE_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
