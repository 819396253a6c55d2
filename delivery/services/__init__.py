"""Queue, cancel, claim and settle deliveries, and where people can be reached. Sends nothing."""

from delivery.services.claiming import claim, release, release_stuck
from delivery.services.dead_letters import replay
from delivery.services.points import (
    Subscription,
    add_push,
    address_digest,
    note_delivered,
    note_trial_came,
    retire_point,
    try_out,
)
from delivery.services.pruning import prune
from delivery.services.queueing import (
    Batch,
    Call,
    Cause,
    cancel,
    nudge,
    queue,
    queue_call,
    queue_each,
    queue_selected,
    queue_to_address,
    queue_to_point,
)
from delivery.services.second_looks import look_again, useless_now
from delivery.services.settling import (
    LAST_ATTEMPT,
    LEASE,
    LONGEST_PAUSE_SECONDS,
    record_cancelled,
    record_failure,
    record_sent,
    record_sent_together,
)
from delivery.services.telephones import (
    ask_for_phone,
    confirm_phone,
    hear_reply,
    is_from_the_provider,
    note_told_to_stop,
    remove_point,
)

__all__ = [
    "LAST_ATTEMPT",
    "LEASE",
    "LONGEST_PAUSE_SECONDS",
    "Batch",
    "Call",
    "Cause",
    "Subscription",
    "add_push",
    "address_digest",
    "ask_for_phone",
    "cancel",
    "claim",
    "confirm_phone",
    "hear_reply",
    "is_from_the_provider",
    "look_again",
    "note_delivered",
    "note_told_to_stop",
    "note_trial_came",
    "nudge",
    "prune",
    "queue",
    "queue_call",
    "queue_each",
    "queue_selected",
    "queue_to_address",
    "queue_to_point",
    "record_cancelled",
    "record_failure",
    "record_sent",
    "record_sent_together",
    "release",
    "release_stuck",
    "remove_point",
    "replay",
    "retire_point",
    "try_out",
    "useless_now",
]
