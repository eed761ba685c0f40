// Times become relative, with the exact one in the reader's own zone on hover. Without this script they are absolute.
(() => {
  "use strict";
  const language = document.documentElement.lang || "en";
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const exact = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" });
  const steps = [["minute", 60], ["hour", 3600], ["day", 86400], ["week", 604800]];

  function inWords(seconds) {
    const distance = Math.abs(seconds);
    if (distance < 45) return relative.format(0, "second");
    // Older than five weeks: a date says more than "11 months ago".
    if (distance > 35 * 86400) return null;
    let [unit, size] = steps[0];
    for (const [name, length] of steps) if (distance >= length) [unit, size] = [name, length];
    return relative.format(Math.round(seconds / size), unit);
  }

  function showTimes(root = document) {
    for (const time of root.querySelectorAll('time[datetime*="T"]')) {
      const date = new Date(time.dateTime);
      if (Number.isNaN(date.getTime())) continue;
      time.title = exact.format(date);
      // Under a day's heading the clock stays in the heading's zone.
      const words = time.hasAttribute("data-fixed") ? null : inWords((date - Date.now()) / 1000);
      if (words) time.textContent = words;
    }
  }

  showTimes();
  setInterval(showTimes, 60000);
  document.addEventListener("stemma:content", (event) => showTimes(event.target));
})();
