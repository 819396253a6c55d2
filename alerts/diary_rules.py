"""The diary card's safety rules: reported urges and acts in, a tier and its reasons out. Pure.

An urge and acting on it are different answers; each rule says what was reported, no more.
"""

from dataclasses import dataclass

from alerts.rules import CRITICAL, HIGH, Reason, Verdict, verdict_on
from core.said import observe

VERSION = "diary-1"


@dataclass(frozen=True)
class Parameters:
    """Threshold of the rules; levels 0–5. See docs/clinical-numbers.md."""

    suicide_urge: int = 3


DEFAULT = Parameters()


@dataclass(frozen=True)
class Urges:
    """What the rules look at on one card; None means not answered."""

    suicide: int | None = None
    suicide_acted: bool | None = None
    self_harm_acted: bool | None = None
    use_acted: bool | None = None


def assess(urges: Urges, *, parameters: Parameters = DEFAULT) -> Verdict:
    """Apply the rules to one card."""
    reasons = []
    strong = urges.suicide is not None and urges.suicide >= parameters.suicide_urge
    level = observe("reason", "{number} of {most}", number=urges.suicide, most=5)
    acted = observe("reason", "acted")
    if urges.suicide_acted:
        sentence = observe("reason", "Reported acting on an urge toward suicide.")
        reasons.append(Reason("suicide_act", CRITICAL, sentence, acted))
    if urges.self_harm_acted and strong:
        sentence = observe(
            "reason", "Reported self-harm, and an urge toward suicide of {level}.", level=level
        )
        reasons.append(Reason("self_harm_with_suicide_urge", CRITICAL, sentence, level))
    if urges.self_harm_acted:
        reasons.append(
            Reason("self_harm_act", HIGH, observe("reason", "Reported self-harm."), acted)
        )
    if urges.use_acted:
        # The same fact as `used` on a check-in, so the same tier.
        sentence = observe("reason", "Reported use. Worth a call today.")
        reasons.append(Reason("use_reported", HIGH, sentence, observe("reason", "use")))
    if strong:
        sentence = observe(
            "reason", "An urge toward suicide was {level}. Worth a call today.", level=level
        )
        reasons.append(Reason("suicide_urge", HIGH, sentence, level))
    return verdict_on(reasons, version=VERSION)
