"""The client's copy of a consent as a PDF: the exact text, how it was signed, how it ended."""

import io
import unicodedata
from datetime import datetime
from functools import cache
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from core import clock
from family import texts
from family.models import Consent

FONT = "Vera"
PLAIN = ParagraphStyle("plain", fontName=FONT, fontSize=10, leading=14, spaceAfter=6)
SMALL = ParagraphStyle("small", parent=PLAIN, fontSize=8, leading=11, spaceAfter=3)
METHODS = {"password": "password", "totp": "one-time code", "paper": "paper"}
ENDS = {
    "revoked": "ended by the client",
    "expired": "ended on its last day",
    "superseded": "replaced by a newer version",
    "discharged": "ended when the client left the program",
    "flagged_false": "ended by the program, because something in it was not right",
}
CANNOT_PRINT = (
    "Some letters in this copy cannot be printed here and are shown as a question mark."
    " The app shows the text in full."
)


def copy_of(consent: Consent) -> bytes:
    """Return the PDF. Letters that its font lacks lose their marks, or become question marks."""
    out = io.BytesIO()
    # No name in the file's own title: it is shown in tabs and lists.
    page = SimpleDocTemplate(
        out, pagesize=letter, title="Copy", author="", invariant=1,
        leftMargin=inch, rightMargin=inch, topMargin=inch, bottomMargin=inch,
    )  # fmt: skip
    lines = consent.text.splitlines()
    story: list[Flowable] = [
        Paragraph(_printable(line), PLAIN) if line else Spacer(1, 4) for line in lines
    ]
    story.append(Spacer(1, 12))
    facts = facts_in_words(consent)
    if any("?" in _plain(line) and "?" not in line for line in [*lines, *facts]):
        facts.append(CANNOT_PRINT)
    story += [Paragraph(_printable(line), SMALL) for line in facts]
    page.build(story)
    return out.getvalue()


def facts_in_words(consent: Consent) -> list[str]:
    """Return how it was signed, which text it was, how it ended, and the notice, a line each."""
    method = METHODS[consent.signature_method]
    lines = [
        f"Signed by {consent.client_name} on {_moment(consent.signed_at, consent)}.",
        f"Identity confirmed by {method} on {_moment(consent.authenticated_at, consent)}.",
        f"Version {consent.version} of this consent. Text {consent.text_version}"
        f" ({consent.language}), SHA-256 {consent.text_digest}.",
    ]
    if consent.narrowed_at:
        lines.append(f"Shares less since {_moment(consent.narrowed_at, consent)}.")
    if consent.ended_at:
        end = ENDS[consent.ended_reason]
        lines.append(f"This consent has ended: {end}, {_moment(consent.ended_at, consent)}.")
    if consent.received_on:
        lines.append(f"The program was told on {texts.day_in_words(consent.received_on, 'en')}.")
    _, notice = texts.notice()
    return [*lines, notice]


def _moment(at: datetime, consent: Consent) -> str:
    local = at.astimezone(clock.zone(consent.timezone))
    return f"{texts.day_in_words(local.date(), 'en')}, {local:%H:%M} ({consent.timezone})"


@cache
def _font() -> TTFont:
    font = TTFont(FONT, "Vera.ttf")
    pdfmetrics.registerFont(font)
    return font


def _printable(line: str) -> str:
    return escape(_plain(line))


def _plain(line: str) -> str:
    return "".join(_glyphs(letter) for letter in unicodedata.normalize("NFC", line))


def _glyphs(sign: str) -> str:
    """Return a letter, or the same without its marks, or a question mark."""
    known = _font().face.charToGlyph
    bare = unicodedata.normalize("NFKD", sign)[:1]
    return next((one for one in (sign, bare) if ord(one) in known), "?")
