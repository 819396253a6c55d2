"""What a screen is to those who listen, who press keys, whose hands are unsteady, who see little.

Each measure is taken in the page or from Chromium's own tree of accessible things, and says what is
wrong in words: an empty list is a good screen.
"""

from itertools import pairwise
from typing import Any

from playwright.sync_api import CDPSession, Page

from tests.journeys.screens import ROOT

AXE = (ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js").read_text()
# A laptop's window at twice the size of everything.
ZOOMED = {"width": 640, "height": 400}
CONTROLS = {
    "button",
    "checkbox",
    "combobox",
    "link",
    "listbox",
    "menuitem",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "tab",
    "textbox",
    "image",
    "radiogroup",
    "dialog",
    "region",
}

FAULTS = """async (rules) => {
    // Colours that are still fading are not the ones that people see.
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const fading = document.getAnimations()
        .filter((one) => one.effect.getComputedTiming().endTime < Infinity)
        .map((one) => one.finished);
    await Promise.race([Promise.allSettled(fading), new Promise((end) => setTimeout(end, 1000))]);
    const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}"""

# What sticks out, named by its class and its words, so that it can be found.
TOO_WIDE = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const scrolls = (one) => /auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX);
    return [...document.body.querySelectorAll('*')]
        .filter((one) => one.getBoundingClientRect().right > room + 1)
        .filter((one) => {
            let up = one.parentElement;
            while (up && !scrolls(up)) up = up.parentElement;
            return up === null;
        })
        .map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 60)}`)
        .slice(-3);
}"""

# Targets, the ring of the focus, and what points at what.
HANDS = """() => {
    const LEAST = 44;
    const said = (one) => `${one.tagName}.${one.getAttribute('class')} ` +
        `“${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 40)}”`;
    const faults = [];
    const marked = 'input, select, textarea, button, a[href], summary, [role=button], [role=link]';
    const everything = [...document.querySelectorAll(marked)].filter((one) =>
        one.checkVisibility({ visibilityProperty: true })
        && !one.closest('.hidden-visually, [aria-hidden=true]'));

    // A tick or a dot is pressed by its label as well; a link within a sentence is text.
    const area = (one) => {
        const boxes = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect());
        return [
            Math.max(...boxes.map(({ width }) => width)),
            Math.max(...boxes.map(({ height }) => height)),
        ];
    };
    const inText = (one) => one.tagName === 'A' && getComputedStyle(one).display === 'inline'
        && one.parentElement.textContent.trim() !== one.textContent.trim();
    for (const one of everything) {
        if (inText(one)) continue;
        const [width, height] = area(one).map((length) => Math.round(length * 10) / 10);
        if (width < LEAST || height < LEAST)
            faults.push(`target of ${width}×${height}: ${said(one)}`);
    }

    // Drawn around the control itself, or around the label that it fills.
    const ringed = (one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    };
    const before = document.activeElement;
    for (const one of everything) {
        if (one.disabled || one.tabIndex < 0) continue;
        one.focus({ preventScroll: true });
        if (document.activeElement !== one) continue;
        const places = [one, one.closest('label')].filter(Boolean);
        if (!places.some(ringed)) faults.push(`no ring of the focus: ${said(one)}`);
    }
    before?.focus?.({ preventScroll: true });
    for (const one of document.querySelectorAll('[tabindex]'))
        if (one.tabIndex > 0) faults.push(`takes the focus out of its turn: ${said(one)}`);

    for (const one of document.querySelectorAll('fieldset'))
        if (!one.querySelector(':scope > legend') && !one.ariaLabel)
            faults.push(`a group of fields without a name: ${said(one)}`);

    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at)))
        faults.push(`two things with the id ${id}`);
    for (const name of ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for'])
        for (const one of document.querySelectorAll(`[${name}]`))
            for (const id of one.getAttribute(name).split(/\\s+/))
                if (!ids.includes(id)) faults.push(`${name} of nothing, ${id}: ${said(one)}`);
    const told = [...document.querySelectorAll('[aria-describedby]')]
        .flatMap((one) => one.getAttribute('aria-describedby').split(/\\s+/));
    for (const one of document.querySelectorAll('.field-error'))
        if (!told.includes(one.id)) faults.push(`bound to no field: ${said(one)}`);
    for (const one of document.querySelectorAll('[aria-invalid=true]'))
        if (!one.hasAttribute('aria-describedby'))
            faults.push(`says not what is wrong: ${said(one)}`);
    return faults;
}"""


class Measured:
    """A page with what it takes to measure it; every screen that it shows."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._tree: CDPSession = page.context.new_cdp_session(page)
        page.evaluate(AXE)

    def everything(self) -> list[str]:
        """Return all that is wrong with what is shown now. Dark differs in its colours only."""
        faults = [*self.hands(), *self.tree(), *self.axe(), *self.zoomed()]
        self.page.emulate_media(color_scheme="dark")
        faults += [f"dark: {fault}" for fault in self.axe(["color-contrast"])]
        self.page.emulate_media(color_scheme="light")
        return faults

    def hands(self) -> list[str]:
        """Return what is too small to press, has no ring, or points at nothing."""
        # Where the focus goes by script is ringed for who pressed a key last.
        self.page.keyboard.press("Shift")
        found: list[str] = self.page.evaluate(HANDS)
        return found

    def axe(self, rules: list[str] | None = None) -> list[str]:
        """Return what axe finds fault with."""
        found: list[str] = self.page.evaluate(FAULTS, rules)
        return found

    def zoomed(self) -> list[str]:
        """Return what is wider than a laptop's window at 200 %."""
        size = self.page.viewport_size
        assert size is not None
        self.page.set_viewport_size({"width": ZOOMED["width"], "height": ZOOMED["height"]})
        found: list[str] = self.page.evaluate(TOO_WIDE)
        self.page.set_viewport_size(size)
        return [f"at 200 %: {one}" for one in found]

    def tree(self) -> list[str]:
        """Return what is wrong with the tree that a screen reader is given."""
        nodes = _in_order(self._tree.send("Accessibility.getFullAXTree")["nodes"])
        return [*_names(nodes), *_headings(nodes), *_landmarks(nodes)]


class Node:
    """One thing of Chromium's accessibility tree."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.role: str = raw.get("role", {}).get("value", "")
        self.name: str = str(raw.get("name", {}).get("value", "")).strip()
        found = {one["name"]: one["value"].get("value") for one in raw.get("properties", [])}
        self.level: int = found.get("level", 0)


def _in_order(rows: list[dict[str, Any]]) -> list[Node]:
    """Return what is said, in the order in which it is read."""
    by_id = {row["nodeId"]: row for row in rows}
    found: list[Node] = []
    waiting = [rows[0]]
    while waiting:
        row = waiting.pop()
        if not row["ignored"]:
            found.append(Node(row))
        waiting += [by_id[one] for one in reversed(row.get("childIds", [])) if one in by_id]
    return found


def _names(nodes: list[Node]) -> list[str]:
    return [
        f"a {one.role} without a name" for one in nodes if one.role in CONTROLS and not one.name
    ]


def _headings(nodes: list[Node]) -> list[str]:
    levels = [one.level for one in nodes if one.role == "heading"]
    faults = [] if levels.count(1) == 1 else [f"{levels.count(1)} headings of the first level"]
    if levels[:1] not in ([], [1]):
        faults.append(f"begins with a heading of level {levels[0]}")
    pairs = pairwise(levels)
    return faults + [f"h{now} follows h{was}" for was, now in pairs if now > was + 1]


def _landmarks(nodes: list[Node]) -> list[str]:
    roles = [one.role for one in nodes]
    faults = [f"{roles.count(one)} × {one}" for one in ("main", "banner") if roles.count(one) != 1]
    around = [one.name for one in nodes if one.role == "navigation"]
    if len(set(around)) != len(around) or "" in around:
        faults.append(f"navigations that cannot be told apart: {around}")
    return faults
