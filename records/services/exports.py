"""A person's own data as one file: asked for, made in the background, kept sealed for a week."""

import base64
import hashlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from accounts.models import User
from core import audit
from core.audit import Actor
from core.identity import System, acting_as, acting_for
from core.nudge import Nudge
from records.models import Export, ExportPart, ExportState
from records.selectors.own_data import read_all
from records.services import packing
from records.services.refusals import Damaged, NoLongerThere, NotReady, TooManyCopies

LASTS = timedelta(days=7)
MOST_A_DAY = 5
LEASE = timedelta(minutes=5)
LAST_ATTEMPT = 3
PART_BYTES = 256 * 1024
STEPS = 5
MACHINE = Actor(role="records")
log = logging.getLogger(__name__)
nudge = Nudge("records.make_exports")


def ask_for_export(*, person: User, proven_by: str, actor: Actor, at: datetime) -> Export:
    """Ask for a file of everything one may see about oneself; the one under way counts as it.

    Raises TooManyCopies after five within a day.
    """
    mine = Export.objects.filter(person=person)
    under_way = mine.filter(state__in=[ExportState.ASKED, ExportState.MAKING]).first()
    if under_way is not None:
        return under_way
    if mine.filter(asked_at__gt=at - timedelta(days=1)).count() >= MOST_A_DAY:
        raise TooManyCopies
    row = Export(
        person=person, language=person.language, asked_at=at, proven_by=proven_by,
        steps_in_all=STEPS,
    )  # fmt: skip
    row.save(force_insert=True)
    _record(actor, "ask_for_export", row, at=at)
    transaction.on_commit(nudge.send)
    return row


def make_exports(*, clock: Callable[[], datetime], most: int = 5) -> int:
    """Make what was asked for, one after the other; return how many are ready."""
    made = 0
    for _ in range(most):
        export = _claim(at=clock())
        if export is None:
            break
        try:
            made += _make(export, clock=clock)
        except Exception as error:  # noqa: BLE001  (tried again when its lease is over)
            log.warning("export %s was not made: %s", export.pk, type(error).__name__)
    return made


def _claim(*, at: datetime) -> Export | None:
    waits = Q(state=ExportState.ASKED) | Q(state=ExportState.MAKING, leased_until__lt=at)
    with acting_as(System.RECORDS):
        rows = Export.objects.select_for_update(skip_locked=True).filter(waits)
        rows.filter(attempts__gte=LAST_ATTEMPT).update(state=ExportState.FAILED)
        found = rows.order_by("asked_at").first()
        if found is None:
            return None
        found.state, found.attempts = ExportState.MAKING, found.attempts + 1
        found.leased_until, found.steps_done = at + LEASE, 0
        found.save(update_fields=["state", "attempts", "leased_until", "steps_done"])
        return found


def _make(export: Export, *, clock: Callable[[], datetime]) -> bool:
    with acting_for(export.person_id):
        person = User.objects.get(pk=export.person_id)
        tables = list(read_all(person))
    _step(export, at=clock())
    made_at = clock()
    head = packing.Head(person=person, language=export.language, made_at=made_at)
    data = packing.as_json(head, tables)
    _step(export, at=clock())
    sheets = packing.as_csv(tables, language=export.language)
    _step(export, at=clock())
    paper = packing.as_pdf(head, tables)
    _step(export, at=clock())
    return _keep(export, packing.zipped(head, data, sheets, paper), made_at=made_at)


def _step(export: Export, *, at: datetime) -> None:
    with acting_as(System.RECORDS):
        _held(export).update(steps_done=F("steps_done") + 1, leased_until=at + LEASE)


def _held(export: Export):  # type: ignore[no-untyped-def]  # a queryset
    return Export.objects.filter(pk=export.pk, state=ExportState.MAKING, attempts=export.attempts)


def _keep(export: Export, content: bytes, *, made_at: datetime) -> bool:
    pieces = [content[at : at + PART_BYTES] for at in range(0, len(content), PART_BYTES)]
    with acting_as(System.RECORDS):
        ready = _held(export).update(
            state=ExportState.READY, steps_done=STEPS, made_at=made_at, expires_at=made_at + LASTS,
            file_size=len(content), digest=hashlib.sha256(content).hexdigest(), leased_until=None,
        )  # fmt: skip
        if not ready:
            return False
        # What an earlier attempt left goes first.
        ExportPart.objects.filter(export=export).delete()
        ExportPart.objects.bulk_create(
            ExportPart(
                export=export, person_id=export.person_id, place=place,
                content=base64.b64encode(piece).decode(),
            )
            for place, piece in enumerate(pieces)
        )  # fmt: skip
        _record(MACHINE, "make_export", export, at=made_at)
    return True


def open_export(*, export: Export, actor: Actor, at: datetime) -> bytes:
    """Return the file, counting the download; raise NotReady, NoLongerThere or Damaged."""
    if export.state == ExportState.GONE or (export.expires_at and export.expires_at <= at):
        raise NoLongerThere
    if export.state != ExportState.READY:
        raise NotReady
    parts = export.parts.order_by("place").values_list("content", flat=True)
    content = b"".join(base64.b64decode(part) for part in parts)
    if hashlib.sha256(content).hexdigest() != export.digest:
        raise Damaged
    Export.objects.filter(pk=export.pk, state=ExportState.READY).update(
        downloads=F("downloads") + 1
    )
    _record(actor, "export", export, at=at)
    return content


def delete_export(*, export: Export, actor: Actor, at: datetime) -> Export:
    """Delete the file before its week is over; raise NotReady when there is none to delete."""
    won = Export.objects.filter(pk=export.pk, state=ExportState.READY).update(
        state=ExportState.GONE, gone_at=at
    )
    if not won:
        raise NotReady
    ExportPart.objects.filter(export=export).delete()
    _record(actor, "delete_export", export, at=at)
    export.refresh_from_db()
    return export


def sweep_exports(*, at: datetime, most: int = 500) -> int:
    """Delete files whose week is over; return how many."""
    with acting_as(System.RECORDS):
        over = Export.objects.select_for_update(skip_locked=True).filter(
            state=ExportState.READY, expires_at__lte=at
        )
        keys = list(over.values_list("pk", flat=True)[:most])
        ExportPart.objects.filter(export__in=keys).delete()
        return Export.objects.filter(pk__in=keys).update(state=ExportState.GONE, gone_at=at)


def _record(actor: Actor, action: str, export: Export, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="records_export", subject_id=export.pk,
        clients=[export.person_id], at=at,
    )  # fmt: skip
