// How elements and words are made. Text gets in by textContent only.
"use strict";

/** An element. Properties that start with "on" are listeners, others attributes; null is left out. */
function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/** Texts, and words for numbers. */
const Words = (() => {
  const number = (n) => n.toLocaleString("en-US");
  const count = (n, one, many) => `${number(n)} ${n === 1 ? one : many}`;
  const percent = (share) => `${Math.round(share * 100)} %`;
  const timeInWords = (time) => time.replace("../", "until ").replace("/..", " onwards").replace("/", " to ");
  const className = (name) => (name === "CreativeWork" ? "Work" : name);

  // A text of a document: it keeps its own direction and turns nothing around it.
  const said = (text, className) => make("bdi", { class: className || null, dir: "auto" }, text);
  /** The same where only plain text fits: without marks of direction. */
  const plain = (text, limit = 80) => {
    const clean = Array.from(text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ""));
    return clean.length > limit ? clean.slice(0, limit - 1).join("") + "…" : clean.join("");
  };

  return { number, count, percent, timeInWords, className, said, plain };
})();
