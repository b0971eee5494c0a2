// Renews the page in place after each save. The page is complete without it; this only keeps what the reader sees.
"use strict";

const desk = document.getElementById("desk");
let shown = Number(document.body.dataset.number);
let renewing = Promise.resolve();

const events = new EventSource("events");
events.onmessage = (event) => { renewing = renewing.then(() => renew(Number(event.data))).catch(console.error); };
events.onopen = () => document.body.classList.remove("stopped");
events.onerror = () => document.body.classList.add("stopped");

async function renew(number) {
  if (number <= shown) return;
  const answer = await fetch(location.pathname);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  shown = Number(fresh.body.dataset.number);
  for (const part of fresh.querySelectorAll("[data-live]")) {
    const here = document.getElementById(part.id);
    here.className = part.className;
    if (here !== desk) here.replaceChildren(...part.childNodes);
  }
  markLine();
  await renewPaper(fresh.querySelector("iframe"));
}

// The new paper is laid over the old one when it is there, at the same place: nothing flickers, nothing jumps.
async function renewPaper(fresh) {
  const old = desk.querySelector("iframe");
  if (!fresh || (old && old.getAttribute("src") === fresh.getAttribute("src"))) return;
  fresh.classList.add("coming");
  const loaded = new Promise((resolve) => fresh.addEventListener("load", resolve, { once: true }));
  desk.append(fresh);
  await loaded;
  // Without a document the server has gone meanwhile.
  if (!fresh.contentDocument) return fresh.remove();
  fit(fresh);
  if (old) fresh.contentWindow.scrollTo(old.contentWindow.scrollX, old.contentWindow.scrollY);
  fresh.classList.remove("coming");
  if (old) old.remove();
}

// A sheet is never wider than the desk.
function fit(frame) {
  const root = frame.contentDocument && frame.contentDocument.documentElement;
  if (!root) return;
  const before = root.scrollTop / (root.scrollHeight || 1);
  root.style.zoom = 1;
  const wanted = Math.min(1, frame.clientWidth / root.scrollWidth);
  root.style.zoom = wanted;
  root.scrollTop = before * root.scrollHeight;
}

function fitAll() { desk.querySelectorAll("iframe").forEach(fit); }

for (const frame of desk.querySelectorAll("iframe")) {
  frame.addEventListener("load", () => fit(frame), { once: true });
}
window.addEventListener("load", fitAll);
window.addEventListener("resize", fitAll);

// A click on a finding shows its line.
function markLine() {
  document.querySelectorAll(".here").forEach((line) => line.classList.remove("here"));
  const line = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (line) line.classList.add("here");
  return line;
}

function showLine() {
  const line = markLine();
  if (!line) return;
  line.closest("details").open = true;
  line.scrollIntoView({ block: "center" });
}
window.addEventListener("hashchange", showLine);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.place");
  if (link && link.hash === location.hash) {
    event.preventDefault();
    showLine();
  }
  const copy = event.target.closest("[data-copy]");
  if (copy) navigator.clipboard.writeText(copy.dataset.copy).then(() => { copy.textContent = "已复制"; });
});
showLine();
