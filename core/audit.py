"""Who did what to whose record: append-only, one hash chain for each actor."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from core.models import AuditChain, AuditEntry, insert

GENESIS = b""


@dataclass(frozen=True)
class Actor:
    """A person in one of their roles, or a part of the program."""

    role: str
    id: UUID | None = None
    address: str | None = None

    @property
    def chain(self) -> str:
        """The name of this actor's chain."""
        return str(self.id) if self.id else self.role

    @property
    def person(self) -> UUID:
        """Whose name stands under what is done; raises ValueError for a part of the program."""
        if self.id is None:
            raise ValueError(self.role)
        return self.id


def record(  # noqa: PLR0913  (each names one column of the trail)
    *,
    actor: Actor,
    action: str,
    subject: str,
    at: datetime,
    subject_id: UUID | None = None,
    clients: Iterable[UUID] = (),
    consent_id: UUID | None = None,
    detail: str = "",
) -> None:
    """Append one entry within the caller's transaction. `detail` never holds anyone's words."""
    entry = AuditEntry(
        chain=actor.chain,
        at=at,
        actor_id=actor.id,
        actor_role=actor.role,
        action=action,
        subject=subject,
        subject_id=subject_id,
        client_ids=sorted(set(clients)),
        consent_id=consent_id,
        detail=detail,
        address=actor.address,
    )
    insert(entry)


@dataclass(frozen=True)
class Fault:
    """One place where the trail is not what was written."""

    chain: str
    position: int
    sentence: str


def digest_of(previous: bytes, entry: AuditEntry) -> bytes:
    """Compute what the trigger computed, from the row alone."""
    microseconds = int(entry.at.timestamp()) * 1_000_000 + entry.at.microsecond
    parts = [
        entry.chain,
        str(entry.position),
        str(entry.id),
        str(microseconds),
        str(entry.actor_id or ""),
        entry.actor_role,
        entry.action,
        entry.subject,
        str(entry.subject_id or ""),
        ",".join(str(client) for client in entry.client_ids),
        str(entry.consent_id or ""),
        entry.detail,
        entry.address or "",
    ]
    return hashlib.sha256(bytes(previous) + "\x1f".join(parts).encode()).digest()


def verify() -> tuple[int, list[Fault], str]:
    """Walk every chain; return the entries seen, the faults, and one digest of all heads.

    Keep the digest outside the database: a trail cut off with its head is only seen by comparing.
    """
    faults: list[Fault] = []
    seen = 0
    heads = {row.chain: row for row in AuditChain.objects.all()}
    position, previous, chain = 0, GENESIS, ""
    for entry in _in_order():
        if entry.chain != chain:
            faults.extend(_open_end(chain, heads.pop(chain, None), position, previous))
            position, previous, chain = 0, GENESIS, entry.chain
        seen += 1
        position += 1
        if entry.position != position:
            faults.append(Fault(chain, position, "An entry is missing."))
            position = entry.position
        elif bytes(entry.previous) != previous or digest_of(previous, entry) != bytes(entry.digest):
            faults.append(Fault(chain, position, "An entry was altered."))
        previous = bytes(entry.digest)
    faults.extend(_open_end(chain, heads.pop(chain, None), position, previous))
    faults.extend(
        Fault(name, head.position, "A whole chain is missing.") for name, head in heads.items()
    )
    return seen, faults, _digest_of_heads()


def _in_order() -> Iterator[AuditEntry]:
    return AuditEntry.objects.order_by("chain", "position").iterator(chunk_size=2000)


def _open_end(chain: str, head: AuditChain | None, position: int, digest: bytes) -> list[Fault]:
    if head is not None and (head.position != position or bytes(head.head) != digest):
        return [Fault(chain, position, "The chain does not end where its head says.")]
    if head is None and position:
        return [Fault(chain, position, "The head of this chain is missing.")]
    return []


def _digest_of_heads() -> str:
    total = hashlib.sha256()
    for row in AuditChain.objects.order_by("chain"):
        total.update(f"{row.chain}:{row.position}:{bytes(row.head).hex()}\n".encode())
    return total.hexdigest()
