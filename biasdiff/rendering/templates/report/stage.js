
// One pair of sentences at a time, large, for a projector.
let pairs = [];
let at = 0;

function nameOf(row) {
  return row.querySelector(".line").id;
}

// The pairs that the filters leave; all pairs where they leave none.
function shownPairs() {
  const all = [...side.querySelectorAll(".row.pair")];
  const wanted = { moved: ".moved", marked: ".marked" }[byId("rows").value] ?? ".pair";
  const shown = all.filter((row) => row.matches(wanted) && !row.classList.contains("out"));
  return shown.length ? shown : all;
}

function startPairs() {
  const inView = (row) => row.getBoundingClientRect().bottom > byId("view").getBoundingClientRect().bottom;
  const shown = shownPairs();
  if (!shown.length) return say("No linked sentences were found.");
  writeAddress();
  showPair(shown.find((row) => row.checkVisibility?.() && inView(row)) ?? shown[0]);
  anchor = "";
  writeAddress("pushState");
  byId("next").focus();
}

function showPair(row) {
  const shown = shownPairs();
  pairs = shown.includes(row) ? shown : [...side.querySelectorAll(".row.pair")];
  at = Math.max(0, pairs.indexOf(row));
  side.querySelector(".now")?.classList.remove("now");
  pairs[at].classList.add("now");
  for (const block of side.querySelectorAll(".block")) block.classList.toggle("away", !block.contains(pairs[at]));
  const block = pairs[at].closest(".block");
  if (block) block.open = true;
  root.classList.add("one");
  byId("stage").hidden = false;
  byId("position").textContent = `${at + 1} of ${pairs.length}`;
  scrollTo(0, 0);
}

function turn(step) {
  showPair(pairs[Math.min(Math.max(at + step, 0), pairs.length - 1)]);
  writeAddress();
}

function endPairs() {
  if (!pairs.length) return;
  const row = pairs[at];
  pairs = [];
  row.classList.remove("now");
  root.classList.remove("one");
  byId("stage").hidden = true;
  row.scrollIntoView({ block: "center" });
}

function leavePairs() {
  endPairs();
  writeAddress();
  byId("start").focus({ preventScroll: true });
}

// A link out of the pair on show leads to another pair, or back to the page.
function leaveFor(row) {
  if (pairs.includes(row)) showPair(row);
  else endPairs();
  writeAddress();
}

const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity };
