/* The five questions, one at a time. The page already holds every question, answer and outcome; this
   script only shows and hides them. Answers live in this variable and nowhere else: no address, no
   storage. Without it all questions stay open and each answer is a link. */
(() => {
  const route = document.querySelector(".odr-route");
  if (!route) return;
  const words = route.dataset;
  const steps = [...route.querySelectorAll("[data-question]")];
  const outcomes = [...route.querySelectorAll("[data-outcome]")];
  const answers = {};
  const id = (step) => step.dataset.question;

  const goalOf = (answer) => {
    const links = [...answer.querySelectorAll("a")];
    return links.find((link) => !link.dataset.when || link.dataset.when === answers[answer.dataset.by]);
  };
  const chosen = (step) => step.querySelector(`[data-answer="${answers[id(step)]}"]`);

  /* Where the answers lead: the steps on the way, the one open now, the outcome once known. */
  const walk = () => {
    const way = [];
    let outcome = "";
    let here = steps[0];
    while (here) {
      way.push(here);
      if (!answers[id(here)]) return { way, now: here, outcome: "" };
      const { next, goal } = goalOf(chosen(here)).dataset;
      outcome = goal || outcome;
      here = steps.find((step) => next && id(step) === next);
    }
    return { way, now: undefined, outcome };
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const button = (className, text, press) => {
    const made = element("button", className, text);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  };

  const prepare = (step, place) => {
    const heading = step.querySelector("h3");
    heading.tabIndex = -1;
    heading.id = `${step.id}-title`;
    const options = step.querySelector(".odr-options");
    options.setAttribute("aria-labelledby", heading.id);
    for (const answer of options.children) {
      const row = button("odr-option", "", () => choose(step, answer.dataset.answer));
      row.append(answer.querySelector(".odr-option__words").cloneNode(true));
      row.prepend(element("span", "odr-option__dot"));
      answer.firstElementChild.hidden = true;
      answer.prepend(row);
    }
    const given = element("p", "odr-route__given");
    given.append(element("span", "odr-route__answer"));
    const change = button("odr-route__text", words.change, () => reopen(step));
    change.setAttribute("aria-describedby", heading.id);
    given.append(change);
    heading.after(given);
    if (place > 0) {
      options.after(button("odr-route__text odr-route__back", words.back, () => reopen(before(step))));
    }
    const left = words.left.replace("{n}", place + 1).replace("{total}", steps.length);
    heading.before(element("p", "odr-route__left", left));
  };

  const before = (step) => {
    const { way } = walk();
    return way[way.indexOf(step) - 1];
  };

  const show = () => {
    const { way, now, outcome } = walk();
    for (const step of steps) {
      const done = way.includes(step) && step !== now;
      step.hidden = Boolean(outcome) && !way.includes(step);
      step.classList.toggle("odr-step--done", done);
      step.classList.toggle("odr-step--now", step === now);
      step.classList.toggle("odr-step--later", !done && step !== now);
      if (step === now) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
      for (const part of step.querySelectorAll(".odr-step__hint, .odr-options, .odr-route__back, .odr-route__left")) {
        part.hidden = step !== now;
      }
      const given = step.querySelector(".odr-route__given");
      given.hidden = !done;
      const said = done && chosen(step).querySelector(".odr-option__words").firstChild.textContent;
      given.firstChild.textContent = said || "";
      for (const answer of step.querySelectorAll("[data-answer]")) {
        answer.firstElementChild.setAttribute("aria-pressed", answer.dataset.answer === answers[id(step)]);
      }
    }
    for (const one of outcomes) one.hidden = one.dataset.outcome !== outcome;
    return { now, outcome: outcomes.find((one) => one.dataset.outcome === outcome) };
  };

  const note = (outcome, question) => {
    const found = route.querySelector(`[data-note="${question}.${answers[question]}"]`);
    if (!found) return;
    const box = element("div", `admonition odr-outcome__note${question === "deadline" ? " deadline" : ""}`);
    box.append(element("p", "admonition-title", found.dataset.title));
    const text = element("p", "");
    text.append(...[...found.cloneNode(true).childNodes]);
    const own = question === "deadline" && outcome.querySelector(".deadline");
    if (!own) {
      box.append(text);
      outcome.querySelector(".deadline").after(box);
      return;
    }
    text.className = "odr-outcome__note";
    own.append(text);
  };

  const focus = (goal) => {
    goal.focus({ preventScroll: true });
    goal.scrollIntoView({ block: "center" });
  };

  const arrive = () => {
    for (const old of route.querySelectorAll(".odr-outcome__note")) old.remove();
    const { now, outcome } = show();
    if (!outcome) return focus(now.querySelector("h3"));
    for (const question of ["language", "deadline"]) if (answers[question]) note(outcome, question);
    const heading = outcome.querySelector("h3");
    heading.focus({ preventScroll: true });
    outcome.scrollIntoView({ block: "start" });
  };

  const choose = (step, answer) => {
    answers[id(step)] = answer;
    arrive();
  };
  /* What was answered later is asked again: it may depend on this. The old answer stays marked. */
  const reopen = (step) => {
    const was = answers[id(step)];
    for (const later of steps.slice(steps.indexOf(step))) delete answers[id(later)];
    arrive();
    const marked = step.querySelector(`[data-answer="${was}"]`);
    if (marked) marked.firstElementChild.setAttribute("aria-pressed", "true");
  };

  steps.forEach(prepare);
  for (const one of outcomes) {
    one.append(button("odr-button", words.again, () => reopen(steps[0])));
  }
  route.dataset.live = "";
  show();
})();
