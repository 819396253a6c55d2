"""A stage for tests that need real commits: several connections at once, each with the app's login.

What such a test leaves behind is deleted by the owner afterwards, so that the next test finds the
database as it was.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any, TypeVar

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections, transaction
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.models import Model

from alerts.models import RuleVersion
from core.models import AuditChain, AuditEntry
from family.models import Consent
from program.models import Participant, Session

Result = TypeVar("Result")
KEPT_ASIDE = {AuditChain, ContentType}  # heads are put back, not deleted; Django fills the other
# What the stories of `make run` change of the cast's own.
REWRITTEN = (Consent, RuleVersion, Session, Participant)


@contextmanager
def app_login() -> Iterator[None]:
    """Use, in this thread, a connection of its own that signs in as web and worker do."""
    owners = connections["default"]
    login = {name: settings.APP_DATABASE[name] for name in ("USER", "PASSWORD")}
    connections["default"] = DatabaseWrapper({**owners.settings_dict, **login}, "default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = owners


def at_once(times: int, work: Callable[[int], Result]) -> list[Result]:
    """Do the work in so many threads that start together, each with the app's login."""
    gate = Barrier(times)

    def one(number: int) -> Result:
        with app_login():
            gate.wait(timeout=10)
            return work(number)

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


@contextmanager
def as_it_was() -> Iterator[None]:
    """Delete afterwards every row that was not there before, and put back what was rewritten.

    Needs the owner's connection.
    """
    models = [model for model in apps.get_models() if model not in KEPT_ASIDE]
    before = {model: set(model._base_manager.values_list("pk", flat=True)) for model in models}
    stood = {model: _columns(model) for model in REWRITTEN}
    heads = {row.pk: (row.position, bytes(row.head)) for row in AuditChain.objects.all()}
    try:
        yield
    finally:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            # Who still writes waits here, and goes on from where the trail is put back to.
            list(AuditChain.objects.select_for_update().values_list("pk"))
            for model in models:
                now = model._base_manager.values_list("pk", flat=True)
                rows: Any = model._base_manager.filter(pk__in=set(now) - before[model])
                rows._raw_delete(rows.db)
            for model, rows in stood.items():
                _put_back(model, rows)
            AuditChain.objects.exclude(pk__in=heads).delete()
            for chain, (position, head) in heads.items():
                AuditChain.objects.filter(pk=chain).update(position=position, head=head)


def _columns(model: type[Model]) -> dict[Any, dict[str, Any]]:
    """Return every row by its key, column by column, as the owner reads it."""
    return {row["pk"]: row for row in model._base_manager.values("pk", *_names(model))}


def _names(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if not field.primary_key]


def _put_back(model: type[Model], stood: dict[Any, dict[str, Any]]) -> None:
    """Write back the rows that are no longer as they stood, or no longer there."""
    now = _columns(model)
    for key, row in stood.items():
        if now.get(key) != row:
            values = {name: row[name] for name in _names(model)}
            model(pk=key, **values).save_base(raw=True)


def audit_trail_of(chain: str) -> list[str]:
    """Return the actions in one chain, first one first."""
    rows = AuditEntry.objects.filter(chain=chain).order_by("position")
    return list(rows.values_list("action", flat=True))
