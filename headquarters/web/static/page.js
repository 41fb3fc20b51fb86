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
  // A part of the small picture is chosen by drawing a box on it; lines can be asked for without that.
  document.querySelectorAll("form.choose").forEach((form) => {
    const sheet = document.querySelector(".sheet");
    const plane = sheet && sheet.querySelector("svg");
    if (!plane) return;
    const [begin, ask] = form.querySelectorAll("button");
    const box = document.createElementNS(plane.namespaceURI, "rect");
    let from = null;
    const at = (event) => {
      const frame = plane.getBoundingClientRect();
      const size = plane.viewBox.baseVal;
      const share = (value, start, length) => Math.min(1, Math.max(0, (value - start) / length));
      return [
        Math.round(share(event.clientX, frame.left, frame.width) * size.width),
        Math.round(share(event.clientY, frame.top, frame.height) * size.height),
      ];
    };
    const draw = (event) => {
      const [x, y] = at(event);
      const [left, top, right, bottom] = [
        Math.min(from[0], x), Math.min(from[1], y), Math.max(from[0], x), Math.max(from[1], y),
      ];
      Object.entries({ x: left, y: top, width: right - left, height: bottom - top })
        .forEach(([name, value]) => box.setAttribute(name, value));
      form.elements.box.value = [left, top, right, bottom].join(",");
      ask.hidden = right - left < 5 || bottom - top < 5;
    };
    form.hidden = false;
    begin.addEventListener("click", () => {
      const on = sheet.classList.toggle("choosing");
      begin.setAttribute("aria-pressed", String(on));
    });
    plane.addEventListener("pointerdown", (event) => {
      if (!sheet.classList.contains("choosing")) return;
      event.preventDefault();
      plane.setPointerCapture(event.pointerId);
      plane.append(box);
      from = at(event);
      draw(event);
    });
    plane.addEventListener("pointermove", (event) => { if (from) draw(event); });
    plane.addEventListener("pointerup", () => { from = null; });
    plane.addEventListener("pointercancel", () => { from = null; });
    plane.addEventListener("click", (event) => {
      if (sheet.classList.contains("choosing")) event.preventDefault();
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
