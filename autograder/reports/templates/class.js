"use strict";
const collator = new Intl.Collator(document.documentElement.lang, {numeric: true});
const valueOf = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.value ?? cell.textContent.trim();
};
const compare = (a, b) => {
  const [x, y] = [parseFloat(a.replace("−", "-")), parseFloat(b.replace("−", "-"))];
  const numbers = !Number.isNaN(x) && !Number.isNaN(y) && /^[-+−\d]/.test(a) && /^[-+−\d]/.test(b);
  return numbers ? x - y : collator.compare(a, b);
};
const sortBy = (table, column, head) => {
  const up = head.getAttribute("aria-sort") !== "ascending";
  for (const each of head.parentElement.cells) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [valueOf(row, column), row]);
  const empty = (text) => text === "–" || text === "";
  rows.sort(([a], [b]) => empty(a) - empty(b) || (up ? compare(a, b) : compare(b, a)));
  body.append(...rows.map(([, row]) => row));
};
for (const table of document.querySelectorAll("table[data-sort]")) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => sortBy(table, column, head));
  });
}
for (const field of document.querySelectorAll("[data-filter]")) {
  const table = document.getElementById(field.dataset.filter);
  const choice = document.querySelector(`[data-flags="${table.id}"]`);
  const count = document.querySelector(`[data-count="${table.id}"]`);
  const nobody = document.querySelector(`[data-nobody="${table.id}"]`);
  const rows = [...table.tBodies[0].rows].map((row) => [
    row.cells[0].textContent.normalize("NFC").toLowerCase(), row.dataset.flags.split(" "), row,
  ]);
  const update = () => {
    const wanted = field.value.trim().normalize("NFC").toLowerCase();
    let shown = 0;
    for (const [name, flags, row] of rows) {
      row.hidden = !(name.includes(wanted) && (!choice.value || flags.includes(choice.value)));
      shown += !row.hidden;
    }
    count.textContent = shown;
    nobody.hidden = shown > 0;
  };
  field.addEventListener("input", update);
  choice.addEventListener("change", update);
}
const folds = [...document.querySelectorAll("[aria-labelledby='mistakes'] details")];
let closed = [];
addEventListener("beforeprint", () => {
  closed = folds.filter((each) => !each.open);
  for (const each of closed) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of closed) each.open = false;
});
