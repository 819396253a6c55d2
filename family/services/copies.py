"""The client's copy of a consent as a PDF: the exact text, how it was signed, how it ended."""

import io
import unicodedata
from datetime import datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from django.utils import translation
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from core import clock
from core.said import say
from core.words import spoken
from family import texts
from family.models import Consent

FONT = "Vera"
PLAIN = ParagraphStyle("plain", fontName=FONT, fontSize=10, leading=14, spaceAfter=6)
SMALL = ParagraphStyle("small", parent=PLAIN, fontSize=8, leading=11, spaceAfter=3)
METHODS = {
    "password": say("password"),
    "totp": say("one-time code"),
    "passkey": say("passkey"),
    "paper": say("paper"),
}
ENDS = {
    "revoked": say("ended by the client"),
    "expired": say("ended on its last day"),
    "superseded": say("replaced by a newer version"),
    "discharged": say("ended when the client left the program"),
    "flagged_false": say("ended by the program, because something in it was not right"),
}
NOTICE_IN_PLAIN_WORDS = say(
    "In plain words: the law does not let anybody use or pass on these records without consent."
)
CANNOT_PRINT = say(
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
        Paragraph(printable(line), PLAIN) if line else Spacer(1, 4) for line in lines
    ]
    story.append(Spacer(1, 12))
    facts = facts_in_words(consent)
    if any("?" in plain(line) and "?" not in line for line in [*lines, *facts]):
        facts.append(_said(CANNOT_PRINT, consent))
    story += [Paragraph(printable(line), SMALL) for line in facts]
    page.build(story, onFirstPage=_number, onLaterPages=_number)
    return out.getvalue()


def _number(canvas: Any, page: Any) -> None:
    """Number the page, so that loose sheets can be put together again."""
    canvas.saveState()
    canvas.setFont(FONT, 8)
    canvas.drawCentredString(letter[0] / 2, 0.5 * inch, str(page.page))
    canvas.restoreState()


def facts_in_words(consent: Consent) -> list[str]:
    """Return how it was signed, which text it was, how it ended, and the notice, a line each.

    In the language of the consent; only the notice is as the law words it.
    """
    method = METHODS[consent.signature_method]
    lines: list[str] = [
        say(
            "Signed by {name} on {moment}.",
            name=consent.client_name,
            moment=_moment(consent.signed_at, consent),
        ),
        say(
            "Identity confirmed by {method} on {moment}.",
            method=method,
            moment=_moment(consent.authenticated_at, consent),
        ),
        say(
            "Version {version} of this consent. Text {text} ({language}), SHA-256 {digest}.",
            version=consent.version,
            text=consent.text_version,
            language=consent.language,
            digest=consent.text_digest,
        ),
    ]
    lines += _afterwards(consent)
    lines.append(NOTICE_IN_PLAIN_WORDS)
    _, notice = texts.notice()
    return [*(_said(line, consent) for line in lines), notice]


def _afterwards(consent: Consent) -> list[str]:
    lines: list[str] = []
    if consent.narrowed_at:
        lines.append(
            say("Shares less since {moment}.", moment=_moment(consent.narrowed_at, consent))
        )
    if consent.ended_at:
        lines.append(
            say(
                "This consent has ended: {how}, {moment}.",
                how=ENDS[consent.ended_reason],
                moment=_moment(consent.ended_at, consent),
            )
        )
    if consent.received_on:
        day = texts.day_in_words(consent.received_on, consent.language)
        lines.append(say("The program was told on {day}.", day=day))
    return lines


def _said(line: str, consent: Consent) -> str:
    with translation.override(consent.language):
        return str(spoken(line))


def _moment(at: datetime, consent: Consent) -> str:
    local = at.astimezone(clock.zone(consent.timezone))
    return (
        f"{texts.day_in_words(local.date(), consent.language)}, {local:%H:%M} ({consent.timezone})"
    )


@cache
def _font() -> TTFont:
    font = TTFont(FONT, "Vera.ttf")
    pdfmetrics.registerFont(font)
    return font


def printable(line: str) -> str:
    """Return a line as a paragraph's markup, with letters that the font has."""
    return escape(plain(line))


def plain(line: str) -> str:
    """Return a line with letters that the font has; the others become question marks."""
    return "".join(_glyphs(letter) for letter in unicodedata.normalize("NFC", line))


def _glyphs(sign: str) -> str:
    """Return a letter, or the same without its marks, or a question mark."""
    known = _font().face.charToGlyph
    bare = unicodedata.normalize("NFKD", sign)[:1]
    return next((one for one in (sign, bare) if ord(one) in known), "?")
