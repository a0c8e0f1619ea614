// The preview's own script. It runs in a world that the page can't reach; the page's scripts don't run at all.
"use strict";
window.newsdesk = (function () {
  const FACES = [
    ["Source Serif 4", "SourceSerif4-Regular.ttf", "400", "normal"],
    ["Source Serif 4", "SourceSerif4-It.ttf", "400", "italic"],
    ["Source Serif 4", "SourceSerif4-Bold.ttf", "700", "normal"],
    ["Source Serif 4", "SourceSerif4-BoldIt.ttf", "700", "italic"],
    ["Inter", "Inter-Regular.ttf", "400", "normal"],
    ["Inter", "Inter-SemiBold.ttf", "600", "normal"],
  ];
  const BARS = `
    ::-webkit-scrollbar { width: 10px; height: 10px; background: transparent; }
    ::-webkit-scrollbar-button { display: none; }
    ::-webkit-scrollbar-thumb { border: 3px solid transparent; border-radius: 5px; background: #9a9a9a99 content-box; }
    ::-webkit-scrollbar-corner { background: transparent; }
  `;
  const DARK = /prefers-color-scheme:\s*dark/;
  let darkRules = null;

  // Thin scroll bars without arrows, and the two families that the page asks for first, from the program's own files.
  function dress() {
    const bars = new CSSStyleSheet();
    bars.replaceSync(BARS);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, bars];
    for (const [family, file, weight, style] of FACES) {
      document.fonts.add(new FontFace(family, `url("/~fonts/${file}")`, { weight, style }));
    }
  }

  // Turns the page that is shown into a newer one, touching only what differs, so that nothing scrolls or blinks.
  function turn(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeType !== Node.ELEMENT_NODE || old.nodeName !== fresh.nodeName) {
      old.replaceWith(fresh.cloneNode(true));
      return;
    }
    for (const attribute of [...old.attributes]) {
      if (!fresh.hasAttribute(attribute.name)) old.removeAttribute(attribute.name);
    }
    for (const attribute of fresh.attributes) {
      if (old.getAttribute(attribute.name) !== attribute.value) old.setAttribute(attribute.name, attribute.value);
    }
    const before = [...old.childNodes];
    const after = [...fresh.childNodes];
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && before[head].isEqualNode(after[head])) head++;
    let tail = 0;
    while (tail < shorter - head && before.at(-1 - tail).isEqualNode(after.at(-1 - tail))) tail++;
    const stop = tail ? before[before.length - tail] : null;
    const gone = before.slice(head, before.length - tail);
    const come = after.slice(head, after.length - tail);
    come.forEach((node, position) => {
      if (position < gone.length) turn(gone[position], node);
      else old.insertBefore(node.cloneNode(true), stop);
    });
    gone.slice(come.length).forEach((node) => node.remove());
  }

  function morph(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    turn(document.body, page.body);
    document.documentElement.lang = page.documentElement.lang;
    document.title = page.title;
  }

  // The page follows the reader's screen by a media rule: here a person chooses which of the two holds.
  function scheme(dark) {
    if (darkRules === null) {
      // The rules of a sheet from elsewhere, which was not loaded anyway, must not be read.
      const sheets = [...document.styleSheets].filter((sheet) => !sheet.href || sheet.href.startsWith(document.URL));
      const rules = sheets.flatMap((sheet) => [...sheet.cssRules]);
      darkRules = rules.filter((rule) => rule instanceof CSSMediaRule && DARK.test(rule.media.mediaText));
    }
    for (const rule of darkRules) rule.media.mediaText = dark ? "all" : "not all";
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  }

  dress();
  return { morph, scheme, toTop: () => window.scrollTo(0, 0) };
})();
