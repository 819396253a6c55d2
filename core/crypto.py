"""Free text at rest: AES-256-GCM with rotating keys that live outside the database.

A stored value is `v1.<key id>.<base64 of nonce and ciphertext>`. The name of the table and column
is authenticated with it, so a value moved to another column does not open.
"""

import base64
import binascii
import os
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.functions import Cast

NONCE_BYTES = 12
FORMAT = "v1"


class Unreadable(Exception):
    """A stored value that no key of ours opens."""


@dataclass(frozen=True)
class Resealed:
    """How many values were encrypted again, and the keys of rows that no key of ours opens."""

    done: int
    unreadable: tuple[str, ...]


def seal(text: str, *, context: str) -> str:
    """Encrypt `text` with the first key of FIELD_KEYS, bound to `context`."""
    key_id, key = next(iter(settings.FIELD_KEYS.items()))
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), context.encode())
    return f"{FORMAT}.{key_id}.{base64.b64encode(nonce + sealed).decode()}"


def unseal(value: str, *, context: str) -> str:
    """Decrypt a stored value; raise Unreadable when it was altered, moved, or its key is gone."""
    version, _, rest = value.partition(".")
    key_id, _, encoded = rest.partition(".")
    key = settings.FIELD_KEYS.get(key_id)
    if version != FORMAT or key is None:
        raise Unreadable(f"no key {key_id!r} for {context}")
    try:
        raw = base64.b64decode(encoded, validate=True)
        return AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], context.encode()).decode()
    except (InvalidTag, binascii.Error, ValueError):
        raise Unreadable(f"a value of {context} does not open") from None


def sealed_with_current_key(value: str) -> bool:
    """Say whether a stored value needs no re-encryption."""
    return value.startswith(_current_prefix())


def _current_prefix() -> str:
    return f"{FORMAT}.{next(iter(settings.FIELD_KEYS))}."


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]  # not generic at run time
    """Text that the database never sees in clear. It cannot be searched or sorted on."""

    @property
    def context(self) -> str:
        """What a stored value is bound to."""
        return f"{self.model._meta.db_table}.{self.column}"

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return seal(text, context=self.context) if text else text

    def from_db_value(
        self, value: str | None, expression: object, connection: BaseDatabaseWrapper
    ) -> str | None:
        return unseal(value, context=self.context) if value else value


def sealed_fields() -> list[EncryptedTextField]:
    """Return every encrypted field of every model."""
    return [
        field
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, EncryptedTextField)
    ]


def reseal_field(field: EncryptedTextField, *, batch: int = 500) -> Resealed:
    """Encrypt a field's stored values again with the first key, one transaction a batch.

    Safe to repeat and to interrupt. Must see every row, so row security must not bind the role.
    """
    stale = (
        field.model._base_manager.annotate(stored=Cast(field.name, models.TextField()))
        .exclude(stored="")
        .exclude(stored__startswith=_current_prefix())
        .order_by("pk")
    )
    done, unreadable = 0, []
    rows = stale
    while True:
        with transaction.atomic():
            found = list(rows.select_for_update().values_list("pk", "stored")[:batch])
            for key, stored in found:
                try:
                    text = unseal(stored, context=field.context)
                except Unreadable:
                    unreadable.append(str(key))
                    continue
                # Writing a field seals it with the first key.
                done += field.model._base_manager.filter(pk=key).update(**{field.name: text})
        if not found:
            return Resealed(done, tuple(unreadable))
        # On in the order of keys, so that a row that no key opens is met only once.
        rows = stale.filter(pk__gt=found[-1][0])
