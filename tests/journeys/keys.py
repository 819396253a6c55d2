"""A person who has a keyboard and nothing else: no pointer, and no way to a field but Tab."""

from playwright.sync_api import Locator, Page, expect

FARTHEST = 120
# What has the focus must be ringed, on itself or on the label that it fills.
UNSEEN = """() => {
    const one = document.activeElement;
    if (!one || one === document.body || one.matches('main, h1, h2')) return null;
    // Of a date or a time the browser itself marks the part that is being typed.
    if (one.matches('input:is([type=date], [type=time])')) return null;
    const ringed = (part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(part);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    };
    const shown = [one, one.closest('label')].filter(Boolean).some(ringed);
    const { top, bottom } = one.getBoundingClientRect();
    if (!shown) return `no ring: ${one.outerHTML.slice(0, 200)}`;
    if (bottom < 0 || top > innerHeight) return `out of sight: ${one.outerHTML.slice(0, 200)}`;
    return null;
}"""
HELD = "(one) => one === document.activeElement"
HELD_INSIDE = "(one) => one.contains(document.activeElement)"


class Keys:
    """Goes through a page as Tab does, and sees at each stop where it is."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def tab(self, *, back: bool = False) -> None:
        """Go one stop on; what has the focus is seen to have it."""
        self.page.keyboard.press("Shift+Tab" if back else "Tab")
        unseen = self.page.evaluate(UNSEEN)
        assert unseen is None, unseen

    def reach(self, wanted: Locator, held: str = HELD) -> None:
        """Go on until it has the focus; once around the page is enough to come by."""
        expect(wanted).to_be_visible()
        for _ in range(FARTHEST):
            if wanted.evaluate(held):
                return
            self.tab()
        raise AssertionError(f"the keyboard never came to {wanted}")

    def press(self, role: str, name: str) -> None:
        """Reach a button or a link by its name, and press Enter."""
        self.reach(self._named(role, name))
        self.page.keyboard.press("Enter")

    def tick(self, role: str, name: str) -> None:
        """Reach a tick or a switch by its name, and press the space bar."""
        self.reach(self._named(role, name))
        self.page.keyboard.press("Space")

    def choose(self, name: str) -> None:
        """Reach the group of an answer with Tab, and the answer with the arrows."""
        wanted = self._named("radio", name)
        group = self.page.locator("fieldset").filter(has=wanted).last
        self.reach(group, HELD_INSIDE)
        self.page.keyboard.press("Space")
        for _ in range(12):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowRight")
        raise AssertionError(f"the arrows never came to {name}")

    def write(self, label: str, words: str) -> None:
        """Reach a field by its label, and type."""
        self.reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.type(words)

    def pick(self, label: str, option: str) -> None:
        """Reach a list by its label, and type how the wanted words begin."""
        field = self.page.get_by_label(label, exact=True)
        self.reach(field)
        self.page.keyboard.type(option)
        assert option in field.locator("option:checked").inner_text()

    def leave(self) -> None:
        """Go on past the last stop: nothing holds the focus for good."""
        first = self.page.locator(".skip-link")
        self.reach(first)

    def _named(self, role: str, name: str) -> Locator:
        return self.page.get_by_role(role, name=name, exact=True).first  # type: ignore[arg-type]
