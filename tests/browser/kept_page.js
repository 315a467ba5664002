/**
 * Lets one started program serve test after test: the element on the page is a new one each time, and so
 * are its session and its answers, while the worker below is handed on after it has forgotten all data.
 *
 * Only `giveNew` hands a worker on. One that is ended in a test is ended for certain, one that still has
 * work to do is ended too, and the next test starts its own.
 */
(() => {
  const Ending = globalThis.Worker;
  const ANSWERS = ["done", "failed"];
  /* What belongs to a request that is open, and gets no answer of its own. */
  const ON_THE_WAY = ["cancel", "piece"];
  let spare;
  let isHandingOn = false;
  const living = new Set();

  class Kept extends Ending {
    #isStarted = false;
    #open = new Map();
    #next = 1;
    #heard = () => undefined;

    constructor(address, options) {
      if (!String(address).startsWith("blob:")) return new Ending(address, options); // the search has its own
      if (spare !== undefined) {
        const worker = spare;
        spare = undefined;
        return worker;
      }
      super(address, options);
      living.add(this);
      super.onmessage = ({ data }) => this.#receive(data);
    }

    get isBusy() {
      return this.#open.size > 0;
    }

    set onmessage(heard) {
      this.#heard = heard;
    }

    postMessage(message, transfer = []) {
      if (message.type === "start" && this.#isStarted) {
        queueMicrotask(() => this.#heard({ data: { type: "done", id: message.id, text: "" } }));
        return;
      }
      const id = this.#next++;
      if (!ON_THE_WAY.includes(message.type)) this.#open.set(id, message);
      super.postMessage({ ...message, id, target: this.#sentAs(message.target) }, transfer);
    }

    terminate() {
      if (isHandingOn && !this.isBusy) {
        this.#heard = () => undefined;
        if (this.#isStarted) super.postMessage({ type: "ask", id: this.#next++, request: JSON.stringify({ type: "wipe" }) });
        spare = this;
        return;
      }
      living.delete(this);
      super.terminate();
    }

    #sentAs(id) {
      return [...this.#open].find(([, message]) => message.id === id)?.[0];
    }

    #receive(reply) {
      const message = this.#open.get(reply.id);
      if (ANSWERS.includes(reply.type)) this.#open.delete(reply.id);
      if (reply.type === "done" && message?.type === "start") this.#isStarted = true;
      if (reply.type === "requested") this.#heard({ data: reply });
      else if (message !== undefined) this.#heard({ data: { ...reply, id: message.id } });
    }
  }
  globalThis.Worker = Kept;

  const moment = () => new Promise((later) => setTimeout(later, 10));
  const forgotten = () =>
    new Promise((done, failed) => {
      const asked = indexedDB.deleteDatabase("odr-handbook");
      asked.onsuccess = done;
      asked.onerror = asked.onblocked = failed;
    });

  globalThis.giveNew = async (attributes) => {
    const old = document.querySelector("odr-calculator, odr-appeal, odr-letter-check");
    for (let n = 0; n < 200 && [...living].some((worker) => worker.isBusy); n += 1) await moment();
    isHandingOn = true;
    old.session.wipe();
    const fresh = document.createElement(old.localName);
    for (const { name, value } of old.attributes) fresh.setAttribute(name, value);
    for (const [name, value] of Object.entries(attributes)) fresh.setAttribute(name, value);
    const place = document.createComment("");
    old.replaceWith(place);
    isHandingOn = false;
    await moment(); // what was being kept is let go of
    await forgotten();
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, "", location.pathname);
    getSelection().removeAllRanges();
    scrollTo(0, 0);
    globalThis.violations = [];
    place.replaceWith(fresh);
  };
})();
