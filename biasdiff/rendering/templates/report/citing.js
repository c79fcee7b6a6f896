
// A finding as a citation: what, where, by which rule and version.
function citation(note) {
  const story = document.querySelector(`.story.${note.id.split("-")[1]}`);
  const textOf = (place, path) => place.querySelector(path)?.textContent.trim() ?? "";
  const [number, rule] = note.querySelectorAll(".rule span");
  const about = note.querySelector(".what").lastChild.textContent.trim();
  const parts = [
    `“${textOf(note, ".what bdi")}”, sentence ${number.textContent} of “${textOf(story, "h2")}”`,
    textOf(story, ".outlet b"),
    textOf(story, ".date"),
    story.querySelector("a[rel]")?.href,
  ];
  const made = document.querySelector("meta[name=generator]").content;
  return `${parts.filter(Boolean).join(", ")}. ${about}; ${rule.textContent}. ${made}.`;
}

function say(words) {
  byId("said").textContent = words;
}

async function copy(button) {
  const text = citation(button.closest(".note"));
  try {
    await navigator.clipboard.writeText(text);
    say("Copied");
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy as citation"), 2000);
  } catch {
    offer(button, text);
  }
}

// Where the browser does not let a page copy, the text stands selected.
function offer(button, text) {
  const box = document.createElement("textarea");
  box.readOnly = true;
  box.rows = 4;
  box.setAttribute("aria-label", "Citation");
  box.value = text;
  button.replaceWith(box);
  box.select();
  say("The citation is selected. Copy it with Ctrl+C or Command+C.");
}

function addButtons(box) {
  for (const note of box.querySelectorAll(".note:not(:has(.cite,textarea))")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite";
    button.textContent = "Copy as citation";
    note.append(button);
  }
}
