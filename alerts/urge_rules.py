"""Rules on single urges and lapses, wherever they were reported: check-in or urge log. Pure.

An urge and acting on it are different answers. Each rule says what was reported, no more.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from alerts.rules import CRITICAL, HIGH, MEDIUM, Reason, Verdict, verdict_on
from core.said import observe

VERSION = "urges-1"
# One return to use, however often and wherever it is told, is told to the care team once.
EPISODE = frozenset({"use_reported", "return_to_use"})
# Codes that a change of the very same entry does not make new again. Never one about safety.
TOLD_ONCE = EPISODE | {"craving_high"}


@dataclass(frozen=True)
class Parameters:
    """Thresholds of the rules; levels 0–10. See docs/clinical-numbers.md."""

    craving_at_once: int = 9
    suicide_urge: int = 6
    self_harm_urge: int = 7


DEFAULT = Parameters()


@dataclass(frozen=True)
class Urge:
    """One urge as it was reported; None means not answered. `felt` is the answer to yes or no."""

    toward: str
    level: int | None = None
    felt: bool | None = None
    acted: bool | None = None


@dataclass(frozen=True)
class Lapse:
    """What the rules look at in a lapse: what the client needs, and whether it was a mistake."""

    needs: Collection[str] = ()
    mistaken: bool = False


def assess(urges: Sequence[Urge], *, parameters: Parameters = DEFAULT) -> Verdict:
    """Apply the rules to urges that were reported together."""
    acts = {urge.toward for urge in urges if urge.acted}
    despair = _strongest(urges, "suicide", parameters.suicide_urge)
    reasons = [*_of_acts(acts, despair)]
    if despair:
        sentence = observe(
            "reason", "An urge toward suicide was {level}. Worth a call today.", level=despair
        )
        reasons.append(Reason("suicide_urge", HIGH, sentence, despair))
    if hurt := _strongest(urges, "self_harm", parameters.self_harm_urge):
        sentence = observe(
            "reason", "An urge to self-harm was {level}. Worth a check-in.", level=hurt
        )
        reasons.append(Reason("self_harm_urge", MEDIUM, sentence, hurt))
    if craving := _strongest(urges, "use", parameters.craving_at_once, felt_counts=False):
        sentence = observe("reason", "An urge to use was {level}. Worth a check-in.", level=craving)
        reasons.append(Reason("craving_high", MEDIUM, sentence, craving))
    return verdict_on(reasons, version=VERSION)


def assess_lapse(lapse: Lapse) -> Verdict:
    """Apply the rules to what a client told of a lapse."""
    if lapse.mistaken:
        return verdict_on([], version=VERSION)
    sentence = observe("reason", "Told of a return to use. Worth a call today.")
    reasons = [Reason("return_to_use", HIGH, sentence, observe("reason", "use"))]
    wishes = (
        ("medical_help", CRITICAL, observe("reason", "Asked for medical help after use.")),
        ("call_me", HIGH, observe("reason", "Asked to be called.")),
        ("safer_place", HIGH, observe("reason", "Needs a safer place to be.")),
    )
    reasons += [
        Reason(f"needs_{need}", tier, sentence, observe("reason", "asked"))
        for need, tier, sentence in wishes
        if need in lapse.needs
    ]
    return verdict_on(reasons, version=VERSION)


def joined(first: Verdict, second: Verdict) -> Verdict:
    """Return what both say of the same answers, each reason once."""
    if not second.reasons:
        return first
    codes = {reason.code for reason in first.reasons}
    more = [reason for reason in second.reasons if reason.code not in codes]
    return verdict_on([*first.reasons, *more], version=f"{first.version}+{second.version}")


def _of_acts(acts: set[str], despair: str) -> list[Reason]:
    reasons = []
    acted = observe("reason", "acted")
    if "suicide" in acts:
        sentence = observe("reason", "Reported acting on an urge toward suicide.")
        reasons.append(Reason("suicide_act", CRITICAL, sentence, acted))
    if "self_harm" in acts and despair:
        sentence = observe(
            "reason", "Reported self-harm, and an urge toward suicide of {level}.", level=despair
        )
        reasons.append(Reason("self_harm_with_suicide_urge", CRITICAL, sentence, despair))
    if "self_harm" in acts:
        reasons.append(
            Reason("self_harm_act", HIGH, observe("reason", "Reported self-harm."), acted)
        )
    if "use" in acts:
        # The same fact as `used` on a check-in, so the same tier.
        sentence = observe("reason", "Reported use. Worth a call today.")
        reasons.append(Reason("use_reported", HIGH, sentence, observe("reason", "use")))
    return reasons


def _strongest(urges: Sequence[Urge], toward: str, least: int, *, felt_counts: bool = True) -> str:
    """Return how strong the strongest such urge was, in words; "" when none was strong."""
    these = [urge for urge in urges if urge.toward == toward]
    top = max((urge.level for urge in these if urge.level is not None), default=-1)
    if top >= least:
        return observe("reason", "{number} of {most}", number=top, most=10)
    reported = observe("reason", "reported")
    return reported if felt_counts and any(urge.felt for urge in these) else ""
