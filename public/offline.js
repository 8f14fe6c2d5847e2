/* Fills the offline page with the lessons that were last seen in this browser. */
const again = document.getElementById("again");
if (again) again.setAttribute("href", window.location.href);
window.addEventListener("online", () => window.location.reload());

async function showLessons() {
  const kept = await caches.match("/offline/lessons", { cacheName: "lessons" });
  if (!kept) return;
  const { seen, lessons } = await kept.json();
  const list = document.getElementById("lessons");
  for (const { title, when, place } of lessons) {
    const item = list.appendChild(document.createElement("li"));
    item.className = list.dataset.item;
    for (const [index, text] of [title, when, place].entries()) {
      const line = item.appendChild(document.createElement("p"));
      line.textContent = text;
      if (index === 0) line.className = "font-semibold";
    }
  }
  document.getElementById("seen").textContent = seen;
  document.getElementById("kept").hidden = lessons.length === 0;
  document.getElementById("nothing").hidden = lessons.length > 0;
}

showLessons();
