"""Pages to read and print: headings, lines and entries, dated and numbered, without scripts."""

import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from core import clock
from family.services.copies import FONT, PLAIN, SMALL, plain, printable
from records.services import words

HEADINGS = {
    1: ParagraphStyle("first", fontName=FONT, fontSize=17, leading=22, spaceAfter=8),
    2: ParagraphStyle(
        "second", fontName=FONT, fontSize=12, leading=16, spaceBefore=10, spaceAfter=4,
        keepWithNext=True,
    ),
}  # fmt: skip
# Longer words of one person than this are cut on paper; the other files hold them whole.
LONGEST_ENTRY = 6000
# Longer names of a program are cut in the foot.
LONGEST_NAME = 60


class Paper:
    """A paper being written. Nothing in it is markup: whatever people wrote is printed as it is."""

    def __init__(
        self, *, made_at: datetime, language: str, timezone: str, program: str = ""
    ) -> None:
        self._story: list[Flowable] = []
        self._program = plain(program)[:LONGEST_NAME]
        say = words.Words(language, timezone)
        day = say.day(clock.local_day(made_at, timezone))
        self._foot = say.phrase("foot").format(day=day, page="{page}")
        printable("")  # registers the font

    def heading(self, text: str, *, level: int = 2) -> None:
        """Begin a section."""
        self._story.append(Paragraph(printable(text), HEADINGS[level]))

    def line(self, text: str) -> None:
        """Add a paragraph; its own line breaks are kept."""
        for one in text.splitlines() or [""]:
            self._story.append(
                Paragraph(printable(one[:LONGEST_ENTRY]), PLAIN) if one.strip() else Spacer(1, 4)
            )

    def small(self, text: str) -> None:
        """Add a paragraph in small letters."""
        self._story.append(Paragraph(printable(text), SMALL))

    def points(self, texts: Iterable[str]) -> None:
        """Add a list."""
        for text in texts:
            self.line(f"•  {text}")

    def entry(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Add what belongs together: labels and values, one after the other."""
        text = " · ".join(f"{label}: {value}" for label, value in pairs)
        self._story += [Paragraph(printable(text[:LONGEST_ENTRY]), SMALL), Spacer(1, 3)]

    def made(self) -> bytes:
        """Return the PDF."""
        out = io.BytesIO()
        # No name in the file's own title: it is shown in tabs and lists.
        page = SimpleDocTemplate(
            out, pagesize=letter, title="Copy", author="", invariant=1,
            leftMargin=inch, rightMargin=inch, topMargin=0.9 * inch, bottomMargin=0.9 * inch,
        )  # fmt: skip
        page.build(self._story, onFirstPage=self._number, onLaterPages=self._number)
        return out.getvalue()

    def _number(self, canvas: Any, page: Any) -> None:
        canvas.saveState()
        canvas.setFont(FONT, 8)
        foot = self._foot.format(page=page.page)
        said = "   ·   ".join(filter(None, (self._program, foot)))
        canvas.drawString(inch, 0.5 * inch, said)
        canvas.restoreState()
