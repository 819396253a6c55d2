"""Sends a batch over lines that stay open, and writes down what became of it."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from core.identity import System, acting_as
from delivery import selectors, services
from delivery.carry.letters import Letter
from delivery.channels.base import Channel, ChannelError, Send
from delivery.channels.email import Email
from delivery.channels.sms import STOPPED, Sms
from delivery.channels.web_push import WebPush
from delivery.channels.webhook import Webhook
from delivery.models import WEBHOOK
from delivery.models import Channel as ChannelName

CHANNELS: dict[str, Channel] = {
    ChannelName.EMAIL: Email(),
    ChannelName.PUSH: WebPush(),
    ChannelName.SMS: Sms(),
    WEBHOOK: Webhook(),
}
SETTLE_EVERY = timedelta(seconds=1)  # so much may be sent twice when a carrier dies
# A key that is missing may come back; staff hear of it when it does not.
UNREADABLE = ChannelError("unreadable", permanent=False)
OFF = ChannelError("not switched on", permanent=True)
NO_ADDRESS = ChannelError("no address", permanent=True)


@dataclass
class Outcome:
    """What became of one letter, not yet written down."""

    letter: Letter
    failure: ChannelError | None = None
    gone: list[tuple[UUID, ChannelError]] = field(default_factory=list)
    taken: list[UUID] = field(default_factory=list)  # browsers whose push service took it


class _Lines:
    """The open lines of one batch. A service that does not answer is not asked again in it."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._open: dict[str, Send] = {}
        self._away: dict[str, ChannelError] = {}
        # Each clinic's machine is under an agreement of its own.
        self._on = {*selectors.switched_on(), WEBHOOK}

    def send(self, letter: Letter) -> Outcome:
        outcome, channel = Outcome(letter), letter.delivery.channel
        if channel not in self._on:
            outcome.failure = OFF
        elif letter.words is None:
            outcome.failure = UNREADABLE
        elif not letter.addresses:
            outcome.failure = NO_ADDRESS
        else:
            self._try_each(letter, outcome)
        return outcome

    def _try_each(self, letter: Letter, outcome: Outcome) -> None:
        failures = []
        for address in letter.addresses:
            try:
                self._send_one(letter, address.value)
                if address.point_id and letter.delivery.channel == ChannelName.PUSH:
                    outcome.taken.append(address.point_id)
            except ChannelError as error:
                failures.append(error)
                if error.gone and address.point_id:
                    outcome.gone.append((address.point_id, error))
        if len(failures) == len(letter.addresses):
            # An old address beside one that works does not stop the message.
            lasting = [failure for failure in failures if not failure.permanent]
            outcome.failure = (lasting or failures)[0]

    def _send_one(self, letter: Letter, address: str) -> None:
        channel = letter.delivery.channel
        if channel in self._away:
            raise self._away[channel]
        if letter.words is None:
            raise UNREADABLE
        try:
            if channel not in self._open:
                self._open[channel] = self._stack.enter_context(CHANNELS[channel].opened())
            self._open[channel](replace(letter.words, address=letter.words.address or address))
        except ChannelError as error:
            if error.unreachable:
                self._away[channel] = error
            raise
        except Exception as error:  # noqa: BLE001  (counted like any failure: never leased for ever)
            raise ChannelError(type(error).__name__, permanent=False) from None


def send_all(batch: Sequence[Letter], *, clock: Callable[[], datetime], until: datetime) -> None:
    """Send until `until`, settling once a second; what was not begun by then is given back."""
    outcomes: list[Outcome] = []
    settled_at, place = clock(), 0
    with ExitStack() as stack:
        lines = _Lines(stack)
        for letter in batch:
            now = clock()
            if now >= until:
                break
            outcomes.append(lines.send(letter))
            place += 1
            if now - settled_at >= SETTLE_EVERY:
                _settle(outcomes, at=clock())
                outcomes, settled_at = [], now
    _settle(outcomes, at=clock())
    if rest := batch[place:]:
        with acting_as(System.CARRIER):
            services.release(deliveries=[letter.delivery for letter in rest], at=clock())


def _settle(outcomes: Sequence[Outcome], *, at: datetime) -> None:
    if not outcomes:
        return
    with acting_as(System.CARRIER):
        services.record_sent_together(
            deliveries=[one.letter.delivery for one in outcomes if one.failure is None], at=at
        )
        if taken := [point_id for outcome in outcomes for point_id in outcome.taken]:
            services.note_delivered(points=taken, at=at)
        for outcome in outcomes:
            if outcome.failure is not None:
                services.record_failure(
                    delivery=outcome.letter.delivery,
                    reason=outcome.failure.reason,
                    permanent=outcome.failure.permanent,
                    pause_seconds=outcome.failure.pause_seconds,
                    at=at,
                )
            for point_id, error in outcome.gone:
                _retire(point_id, error, at=at)


def _retire(point_id: UUID, error: ChannelError, *, at: datetime) -> None:
    if error.reason == STOPPED:
        services.note_told_to_stop(point_id=point_id, at=at)
    else:
        services.retire_point(point_id=point_id, reason=error.reason, at=at)
