
// Rows in the order of the left or of the right story: a row that moved goes to its other place.
function reorder() {
  const order = byId("order").value;
  if ((side.dataset.order ?? "left") === order) return;
  side.dataset.order = order;
  for (const one of side.querySelectorAll("[data-order]")) one.hidden = one.dataset.order !== order;
  for (const row of side.querySelectorAll(".moved")) byId(row.dataset[order]).closest(".row").after(row);
}
