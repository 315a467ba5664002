/* The site without a network: the service worker is asked for once the page is here, keeps the pages of
   this language in a quiet moment, and the program once it was used. Nothing is fetched from the first
   sign that somebody types or gives a file. Where a browser refuses any of it, the page is as before. */
(() => {
  const app = document.querySelector("link[rel=manifest]");
  const worker = new URL(app.dataset.worker, location).href;
  /* The folder of this language below the root of the site. */
  const folder = new URL(".", app.href).href.slice(new URL(".", worker).href.length);
  const line = navigator.connection;
  const notice = document.querySelector(".odr-update");
  const panel = document.querySelector(".odr-kept");
  let isUsed = false;

  for (const kind of ["input", "drop", "paste", "odr:program"])
    addEventListener(kind, ({ target }) => { isUsed ||= !(target.matches && target.matches("[name=query], [name=__palette], .md-toggle")); }, true);

  const holdsData = () => isUsed || "odrData" in document.documentElement.dataset;
  const isSlow = () => line !== undefined && (line.saveData || (line.effectiveType ?? "4g") !== "4g");
  const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

  const ask = (worker, message) => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    worker.postMessage(message, [port2]);
  });

  /* Whether nobody touches the page for so long after it is here. */
  const isLeftAlone = async (ms) => {
    let isTouched = false;
    const touch = () => { isTouched = true; };
    const kinds = ["pointerdown", "keydown", "wheel", "touchmove"];
    for (const kind of kinds) addEventListener(kind, touch, { passive: true });
    await pause(ms);
    for (const kind of kinds) removeEventListener(kind, touch);
    return !isTouched && !holdsData();
  };

  /* The newer version takes over where no other window shows the old one, and this page comes anew from it.
     Never asked while the old one still serves a page: Chromium then lets every page wait for half a minute. */
  const take = async (waiting, isWanted) => {
    navigator.serviceWorker.addEventListener("controllerchange", () => { if (isWanted()) location.reload(); }, { once: true });
    return ask(waiting, { type: "take" });
  };

  /* The newer version is here whole. It comes by itself with a page left alone; who wants it now, asks. */
  const offer = (waiting) => {
    if (!notice || holdsData()) return;
    notice.hidden = false;
    const [button, others] = notice.querySelectorAll("button, [role=status]");
    button.onclick = async () => {
      const answer = await take(waiting, () => true);
      if (answer.others) others.textContent = others.dataset.others;
    };
  };

  /* A newer version stands ready as this page opens. */
  const renew = async (waiting) => {
    const answer = (await isLeftAlone(1500)) ? await take(waiting, () => !holdsData()) : { others: true };
    if (answer.others) offer(waiting);
  };

  const watch = (registration) => {
    if (registration.waiting && navigator.serviceWorker.controller) renew(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const coming = registration.installing;
      coming.addEventListener("statechange", () => {
        if (coming.state === "installed" && registration.active) offer(coming);
      });
    });
  };

  const show = (state) => {
    for (const one of panel.querySelectorAll("[data-state]")) {
      const kept = one.dataset.state === "program" ? state.program : state.pages.includes(folder);
      one.textContent = kept ? one.dataset.yes : one.dataset.no;
    }
    const keep = panel.querySelector("[data-words]");
    keep.textContent = keep.dataset.words.replace("{n}", (state.bytes / 1e6).toFixed(1));
  };

  const open = (registration) => {
    const [keep, forget] = panel.querySelectorAll("button");
    const said = panel.querySelector("[role=status]");
    const answer = async (type, words) => {
      said.textContent = panel.dataset.busy;
      const state = await ask(registration.active, { type, folder });
      said.textContent = state.failed ? panel.dataset.failed : words;
      if (!state.failed) show(state);
    };
    keep.onclick = () => answer("keep-all", panel.dataset.kept);
    forget.onclick = () => answer("forget", panel.dataset.forgotten);
    panel.hidden = false;
    return ask(registration.active, { type: "state" }).then(show);
  };

  const start = async () => {
    if (holdsData() || (line && line.saveData && !panel)) return;
    navigator.serviceWorker.addEventListener("message", ({ data, ports }) => {
      if (data.type === "holds-data") ports[0].postMessage(holdsData());
    });
    const registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
    watch(registration);
    const { active } = await navigator.serviceWorker.ready;
    if (panel) return open(registration);
    await pause(3000);
    if (!holdsData() && !isSlow() && document.visibilityState === "visible") await ask(active, { type: "keep", folder });
  };

  if ("serviceWorker" in navigator && isSecureContext) {
    addEventListener("odr:program-used", () => navigator.serviceWorker.controller?.postMessage({ type: "keep-used" }));
    const begin = () => start().catch(() => undefined);
    if (document.readyState === "complete") begin();
    else addEventListener("load", begin);
  }
})();
