"use strict";
// The page works without this: it opens what older browsers leave closed, and saves clicks.
const all = () => document.querySelectorAll("#side details.more");
const button = document.getElementById("open-all");

function reveal() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (!target) return;
  let closed = false;
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) {
    closed = closed || !box.open;
    box.open = true;
  }
  if (closed) target.scrollIntoView();
}

button.hidden = false;
button.addEventListener("click", () => {
  const open = button.textContent === "Open all notes";
  for (const box of all()) box.open = open;
  button.textContent = open ? "Close all notes" : "Open all notes";
});
addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => {
  for (const box of document.querySelectorAll("details:not(.block)")) box.open = true;
});
reveal();
