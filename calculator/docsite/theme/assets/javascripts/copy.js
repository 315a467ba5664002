/* Copy buttons. `<button data-copy="id" hidden>` copies the text of the element with that id; the
   words it says stand in its attributes, those for a text without a blank apart. Without this script the button stays hidden and the text
   can be selected by hand. Where a browser has no clipboard for pages (WeChat, plain http) the text
   is selected and copied the old way; where even that is refused it stays selected and we say so. */
(() => {
  let said;
  let turn = 0;

  const status = (button) => button.parentElement.querySelector("[role=status]");

  /* Only the newest copy speaks: an earlier one may be answered later, and its text is gone. */
  const begin = (button) => {
    if (said && said !== status(button)) said.textContent = "";
    said = status(button);
    said.textContent = "";
    turn += 1;
    return turn;
  };

  const say = (words, mine) => {
    /* An empty line first, so that the same words are spoken again. */
    setTimeout(() => { if (mine === turn) said.textContent = words; }, 60);
  };

  const select = (goal) => {
    if (goal.select) return goal.select();
    const selection = getSelection();
    selection.removeAllRanges();
    const range = document.createRange();
    range.selectNodeContents(goal);
    selection.addRange(range);
  };

  const selectedAndCopied = (goal, text) => {
    select(goal);
    const plain = (event) => {
      if (!event.clipboardData) return;
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", plain);
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    } finally {
      document.removeEventListener("copy", plain);
    }
  };

  const copied = async (goal, text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return selectedAndCopied(goal, text);
    }
  };

  const ready = () => {
    for (const button of document.querySelectorAll("button[data-copy][hidden]")) {
      button.hidden = false;
    }
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    const goal = button && document.getElementById(button.dataset.copy);
    if (!goal) return;
    const text = goal.value === undefined ? goal.textContent : goal.value;
    const mine = begin(button);
    const done = await copied(goal, text.trim());
    const { copied: open, filled, selected: marked } = button.dataset;
    const whole = filled && !goal.querySelector(".odr-blank") ? filled : open;
    say(done ? whole : marked, mine);
  });
  ready();
})();
