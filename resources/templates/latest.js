// Puts the newest headlines where the page holds a plain link to them; without it the link stays.
(function () {
  "use strict";
  var place = document.querySelector("[data-latest]");
  if (!place || !window.fetch || location.protocol === "file:") return;
  var source = new URL(place.dataset.latest, location.href);
  fetch(source)
    .then(function (answer) { return answer.ok ? answer.text() : ""; })
    .then(function (text) {
      var list = new DOMParser().parseFromString(text, "text/html").querySelector("ul");
      if (!list) return;
      list.querySelectorAll("a").forEach(function (link) {
        link.href = new URL(link.getAttribute("href"), source).href;
      });
      place.parentNode.insertBefore(list, place);
    }, function () { /* No network: the link is there. */ });
})();
