// Marks on the page image which line one is at, and on the list which box. Everything works without it.
"use strict";
(() => {
  const named = (line) => document.querySelectorAll(`[data-line="${CSS.escape(line)}"]`);
  const mark = (line, here) => named(line).forEach((each) => each.classList.toggle("here", here));
  const inView = (line) => {
    const box = document.querySelector(`polygon[data-line="${CSS.escape(line)}"]`);
    const paper = document.querySelector(".paper");
    if (!box || !paper || paper.scrollHeight <= paper.clientHeight) return;
    const place = box.getBoundingClientRect();
    const frame = paper.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom) {
      paper.scrollTop += place.top - frame.top - paper.clientHeight / 3;
    }
  };
  document.querySelectorAll("[data-line]").forEach((each) => {
    const line = each.dataset.line;
    each.addEventListener("mouseenter", () => mark(line, true));
    each.addEventListener("mouseleave", () => mark(line, false));
    each.addEventListener("focusin", () => { mark(line, true); inView(line); });
    each.addEventListener("focusout", () => mark(line, false));
  });
  // Opening a line for correction puts the cursor into its text.
  document.querySelectorAll(".lines details").forEach((each) => {
    each.addEventListener("toggle", () => {
      const field = each.querySelector("input[name=text]");
      if (each.open && field) field.focus();
    });
  });
  // Whoever types a text of their own means that one.
  document.querySelectorAll(".conflict input[name=text]").forEach((each) => {
    each.addEventListener("input", () => {
      const own = each.form.querySelector("input[name=choice][value=text]");
      if (own && each.value) own.checked = true;
    });
  });
  document.querySelectorAll("textarea[readonly]").forEach((each) => {
    each.addEventListener("focus", () => each.select());
  });
})();
