"""A client's statements beside the record, and what staff say to them (105 CMR 164.079)."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import User
from core import audit, clock
from core.audit import Actor
from records.models import Correction, CorrectionState
from records.services import paper, telling, words
from records.services.refusals import AnsweredBefore, DayNotOpen, TooManyOpen, WordsMissing

MOST_OPEN = 50
MOST_PRINTED = 500
PATH = "/me/record"


@dataclass(frozen=True)
class Statement:
    """What it is about, of which day if of one, and what the client says."""

    kind: str
    part: str
    words: str
    about_on: date | None = None


def add_statement(*, client: User, statement: Statement, actor: Actor, at: datetime) -> Correction:
    """Put a client's statement beside the record, where it stays whatever the answer.

    Raises DayNotOpen for a day to come, and TooManyOpen beyond fifty that wait.
    """
    if statement.about_on and statement.about_on > clock.local_day(at, client.timezone):
        raise DayNotOpen(fields={"about_on": [DayNotOpen.sentence]})
    waiting = Correction.objects.filter(client=client, state=CorrectionState.WAITING)
    if waiting.count() >= MOST_OPEN:
        raise TooManyOpen
    row = Correction(
        client=client, kind=statement.kind, part=statement.part, words=statement.words,
        about_on=statement.about_on, written_at=at,
    )  # fmt: skip
    row.save(force_insert=True)
    _record(actor, "add_statement", row, at=at)
    return row


def answer_statement(
    *, statement: Correction, accepted: bool, answer: str, actor: Actor, at: datetime
) -> Correction:
    """Accept a statement, or decline it for a reason; it stays and goes along either way.

    Raises WordsMissing and AnsweredBefore.
    """
    if not accepted and not answer.strip():
        raise WordsMissing(fields={"answer": [WordsMissing.sentence]})
    state = CorrectionState.ACCEPTED if accepted else CorrectionState.DECLINED
    won = Correction.objects.filter(pk=statement.pk, state=CorrectionState.WAITING).update(
        state=state, answer=answer.strip(), answered_at=at, answered_by_id=actor.id
    )
    if not won:
        raise AnsweredBefore
    statement.refresh_from_db()
    _record(actor, "answer_statement", statement, at=at)
    telling.tell_client(statement.client, what=f"statement:{statement.pk}", path=PATH, at=at)
    return statement


def print_statements(page: paper.Paper, say: words.Words, client: User) -> None:
    """Add every statement of a client to a paper: they go along with what leaves the record."""
    rows = Correction.objects.filter(client=client).order_by("written_at")[:MOST_PRINTED]
    for place, row in enumerate(rows):
        if not place:
            page.heading(say.title("statements"))
        about = [say.value(row.kind), say.value(row.part)]
        about += [say.day(row.about_on)] if row.about_on else []
        page.small(" · ".join([*about, say.day(clock.local_day(row.written_at, say.timezone))]))
        page.line(row.words)
        page.small(f"{say.field('answer')}: {say.value(row.state)}. {row.answer}")


def statements_copy(*, client: User, language: str, at: datetime) -> bytes:
    """Return a client's statements with the answers as a PDF."""
    say = words.Words(language, client.timezone)
    page = paper.Paper(made_at=at, language=language, timezone=client.timezone)
    page.line(client.name)
    print_statements(page, say, client)
    return page.made()


def _record(actor: Actor, action: str, row: Correction, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="records_correction", subject_id=row.pk,
        clients=[row.client_id], at=at,
    )  # fmt: skip
