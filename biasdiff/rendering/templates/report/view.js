"use strict";
// The page works without scripts. They keep what is shown in the address, search, reorder, and save clicks.
const byId = (id) => document.getElementById(id);
const root = document.documentElement;
const side = byId("side");
const controls = [...byId("view").querySelectorAll("input, select")];
const standard = new Map(controls.map((one) => [one, valueOf(one)]));
let anchor = "";

function valueOf(control) {
  return control.type === "checkbox" ? (control.checked ? "1" : "0") : control.value;
}

function setValue(control, value) {
  if (control.type === "checkbox") control.checked = value === "1";
  else if (control.type === "search") control.value = value.slice(0, control.maxLength);
  else if ([...control.options].some((option) => option.value === value)) control.value = value;
}

// “#A4&wording=0&q=ferry&pair=A4”: where, then all that is not as it is at first.
function readAddress() {
  const [first, ...rest] = location.hash.slice(1).split("&");
  const parts = first.includes("=") ? [first, ...rest] : rest;
  return [first.includes("=") ? "" : first, new URLSearchParams(parts.join("&"))];
}

function address() {
  const params = new URLSearchParams();
  for (const one of controls) if (valueOf(one) !== standard.get(one)) params.set(one.name, valueOf(one));
  if (pairs.length) params.set("pair", nameOf(pairs[at]));
  const hash = [anchor, String(params)].filter(Boolean).join("&");
  return location.href.split("#")[0] + (hash && "#" + hash);
}

function writeAddress(how = "replaceState") {
  history[how]("view", "", address());
}

// What the boxes say, as classes that the style sheet knows.
function filter() {
  for (const one of controls) {
    if (one.id.startsWith("show-")) side.classList.toggle(`no-${one.name}`, !one.checked);
  }
  const [, ...kinds] = byId("rows").options;
  for (const { value, selected } of kinds) side.classList.toggle(`rows-${value}`, selected);
}

function apply(params) {
  for (const one of controls) {
    setValue(one, standard.get(one));
    if (params.has(one.name)) setValue(one, params.get(one.name));
  }
  filter();
  search();
  reorder();
  const row = byId(params.get("pair") ?? "")?.closest(".pair");
  if (row) showPair(row);
  else endPairs();
}

// A link of the page keeps the view; an address with a view, and the way back to one, bring theirs.
function follow() {
  const [where, params] = readAddress();
  const arrives = !history.state;
  if (history.state || String(params)) apply(params);
  anchor = where;
  // The browser looks for “A4&q=ferry” as a whole, so it is led to “A4” once more.
  if (!isTarget(byId(anchor))) return location.replace("#" + anchor);
  writeAddress();
  if (byId(anchor)) reveal(byId(anchor));
  else if (arrives && (field.value || byId("rows").value !== "all")) side.scrollIntoView();
}

function isTarget(place) {
  return !place || place.matches(":target");
}

function reveal(target) {
  const row = target.closest(".row");
  if (pairs.length && row !== pairs[at]) leaveFor(row);
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  // In this order the sentence stands elsewhere.
  if (row?.hidden) return reveal(byId(row.querySelector(".tie a").hash.slice(1)));
  if (row?.checkVisibility && !row.checkVisibility()) showAllRows();
  target.scrollIntoView();
}
