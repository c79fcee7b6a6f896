
// Search in the stories: sentences without the words are hidden, the words found are lit.
const MOST_LIT = 2000;
const field = byId("q");
let lines;

// The same length as the text, so that places agree.
function folded(text) {
  const plain = text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s/g, " ");
  const lower = plain.toLowerCase();
  return lower.length === plain.length ? lower : plain;
}

function search() {
  const wanted = folded(field.value.trim());
  if (!wanted && !side.classList.contains("searching")) return;
  lines ??= [...side.querySelectorAll(".line")].map((line) => ({
    line,
    row: line.closest(".row"),
    text: folded(line.textContent),
  }));
  const hits = wanted ? lines.filter(({ text }) => text.includes(wanted)) : [];
  const rows = new Set(hits.map(({ row }) => row));
  for (const { row } of lines) row.classList.toggle("out", Boolean(wanted) && !rows.has(row));
  side.classList.toggle("searching", Boolean(wanted));
  openFirstBlock(rows);
  light(hits, wanted);
  const count = new Set(hits.map(({ line }) => line.querySelector(".n").textContent)).size;
  byId("found").textContent = wanted && `${count} ${count === 1 ? "sentence" : "sentences"} found`;
}

// With several pairs of stories, at least one with something found is open.
function openFirstBlock(rows) {
  const blocks = [...rows].map((row) => row.closest(".block")).filter(Boolean);
  if (blocks.length && !blocks.some((block) => block.open)) blocks[0].open = true;
}

function light(hits, wanted) {
  if (!globalThis.Highlight) return;
  const lit = new Highlight();
  for (const { line, text } of hits) {
    if (lit.size > MOST_LIT) break;
    for (const range of ranges(line, text, wanted)) lit.add(range);
  }
  CSS.highlights.set("found", lit);
}

function* ranges(line, text, wanted) {
  const nodes = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let start = 0; walker.nextNode(); start += walker.currentNode.length) nodes.push([start, walker.currentNode]);
  const place = (offset) => {
    const [start, node] = nodes.findLast(([first]) => first <= offset);
    return [node, offset - start];
  };
  for (let found = text.indexOf(wanted); found >= 0; found = text.indexOf(wanted, found + wanted.length)) {
    const range = new Range();
    range.setStart(...place(found));
    range.setEnd(...place(found + wanted.length));
    yield range;
  }
}

// What was on screen may be gone or far away.
function toFirstRow() {
  if (side.getBoundingClientRect().top < 0) side.scrollIntoView();
}

function showAllRows() {
  field.value = "";
  byId("rows").value = "all";
  filter();
  search();
  writeAddress();
}
