
// What starts all of it.
const notes = () => side.querySelectorAll("details.more");
const openAll = byId("open-all");
let later;

for (const one of document.querySelectorAll("[data-script]")) one.hidden = false;

openAll.addEventListener("click", () => {
  const open = openAll.textContent === "Open all notes";
  for (const box of notes()) box.open = open;
  openAll.textContent = open ? "Close all notes" : "Open all notes";
});
side.addEventListener("toggle", ({ target }) => target.matches(".more") && target.open && addButtons(target), true);
side.addEventListener("click", ({ target }) => target.matches(".cite") && copy(target));
byId("view").addEventListener("change", ({ target }) => {
  filter();
  reorder();
  if (target.id === "rows") toFirstRow();
  writeAddress();
});
field.addEventListener("input", () => {
  clearTimeout(later);
  later = setTimeout(() => (search(), toFirstRow(), writeAddress()), 120);
});
byId("start").addEventListener("click", startPairs);
byId("previous").addEventListener("click", () => turn(-1));
byId("next").addEventListener("click", () => turn(1));
byId("end").addEventListener("click", leavePairs);

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const writes = event.target.closest("input, select, textarea");
  if (event.key === "Escape") leave(event.target);
  else if (event.key === "/" && !writes && byId("keys").checked && !pairs.length) field.focus();
  else if (pairs.length && !writes && event.key in STEPS) turn(STEPS[event.key]);
  else return;
  if (event.key !== "Escape") event.preventDefault();
});

function leave(target) {
  if (pairs.length) leavePairs();
  else if (panel.open && panel.contains(target)) (panel.open = false), panel.firstElementChild.focus();
  else if (field.value) (field.value = ""), search(), writeAddress();
}

// The panel lies over the stories, but on a narrow screen.
const panel = side.querySelector(".filters");
addEventListener("pointerdown", ({ target }) => {
  if (!byId("view").contains(target) && matchMedia("(min-width:48.01rem)").matches) panel.open = false;
});

addEventListener("hashchange", follow);
addEventListener("beforeprint", () => {
  for (const box of document.querySelectorAll("details:not(.block)")) box.open = true;
});
// At the end of loading the browser looks once more for the whole address as a place.
addEventListener("load", () => isTarget(byId(anchor)) || follow());
follow();
