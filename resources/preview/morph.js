// Turns the page that is shown into a newer one, touching only what differs, so that nothing scrolls or blinks.
(function (html) {
  "use strict";
  function morph(old, fresh) {
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
    let head = 0;
    while (head < before.length && head < after.length && before[head].isEqualNode(after[head])) head++;
    let tail = 0;
    while (
      tail < before.length - head &&
      tail < after.length - head &&
      before[before.length - 1 - tail].isEqualNode(after[after.length - 1 - tail])
    ) tail++;
    const stop = before[before.length - tail] || null;
    const oldMiddle = before.slice(head, before.length - tail);
    const newMiddle = after.slice(head, after.length - tail);
    newMiddle.forEach((node, position) => {
      if (position < oldMiddle.length) morph(oldMiddle[position], node);
      else old.insertBefore(node.cloneNode(true), stop);
    });
    oldMiddle.slice(newMiddle.length).forEach((node) => node.remove());
  }
  const page = new DOMParser().parseFromString(html, "text/html");
  morph(document.body, page.body);
  document.title = page.title;
  return true;
})
