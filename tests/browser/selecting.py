"""Words of a feedback, chosen where they stand."""

BOX_OF = """([words, from, to]) => {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let passed = 0;
  const at = (offset, set) => {
    if (passed <= offset && offset <= passed + walker.currentNode.length) {
      set(walker.currentNode, offset - passed);
    }
  };
  while (walker.nextNode()) {
    at(from, (node, offset) => range.setStart(node, offset));
    passed += walker.currentNode.length;
  }
  passed = 0;
  walker.currentNode = words;
  while (walker.nextNode()) {
    at(to, (node, offset) => range.setEnd(node, offset));
    passed += walker.currentNode.length;
  }
  const boxes = [...range.getClientRects()];
  const [first, last] = [boxes[0], boxes.at(-1)];
  return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
}"""


def units(text):
    return len(text.encode("utf-16-le")) // 2


def drag(page, text, quote):
    """Select words with the mouse, from their first letter to their last."""
    words = page.locator("[data-words]").element_handle()
    start = text.index(quote)
    place = [units(text[:start]), units(text[: start + len(quote)])]
    left, top, right, bottom = page.evaluate(BOX_OF, [words, *place])
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=5)
    page.mouse.up()


def tap(page, text, quote):
    words = page.locator("[data-words]").element_handle()
    start = text.index(quote)
    left, top, _, _ = page.evaluate(BOX_OF, [words, start + 2, start + 6])
    page.mouse.click(left, top)


def choose(page, what):
    page.get_by_role("group", name="What are these words to you?").get_by_role(
        "button", name=what
    ).click()
    return page.get_by_role("dialog")
