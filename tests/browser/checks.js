// What a page gets wrong for people who use it with a keyboard, a screen reader or poor sight.
() => {
  const wrong = [];
  const visible = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const name = (element) => (element.getAttribute("aria-label") || element.textContent || element.value || "").trim();
  for (const each of document.querySelectorAll("a[href], button")) if (visible(each) && !name(each)) wrong.push(`no name: ${each.outerHTML}`);
  for (const each of document.querySelectorAll("input:not([type=hidden]), select, textarea"))
    if (!each.labels.length) wrong.push(`no label: ${each.outerHTML}`);
  for (const each of document.querySelectorAll("[aria-labelledby]"))
    if (!document.getElementById(each.getAttribute("aria-labelledby"))) wrong.push(`labelled by nothing: ${each.outerHTML.slice(0, 80)}`);
  for (const each of document.querySelectorAll("table")) if (!each.caption) wrong.push("table without caption");
  for (const each of document.querySelectorAll("img:not([alt])")) wrong.push(`no alt: ${each.outerHTML}`);
  for (const each of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(decodeURIComponent(each.hash.slice(1)))) wrong.push(`leads nowhere: ${each.hash}`);
  for (const landmark of ["header", "main", "footer"]) if (document.querySelectorAll(`body > ${landmark}`).length !== 1) wrong.push(`not one ${landmark}`);
  for (const each of document.querySelectorAll("button, .button, select, nav a, input[type=text]"))
    if (visible(each) && each.getBoundingClientRect().height < 43.5) wrong.push(`target too small: ${each.outerHTML.slice(0, 80)}`);

  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || seen.has(element) || !visible(element)) continue;
    seen.add(element);
    const style = getComputedStyle(element);
    const [light, dark] = [luminance(channels(style.color)), luminance(ground(element))].sort((a, b) => b - a);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 600);
    if ((light + 0.05) / (dark + 0.05) < (large ? 3 : 4.5)) wrong.push(`contrast: ${element.outerHTML.slice(0, 80)}`);
  }
  return wrong;
}
