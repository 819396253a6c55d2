"""Rules on single answers of questionnaires, and on what was said when asked on. Pure.

An alert says what was answered, never what it may lead to. Nothing here takes an alert back.
"""

from dataclasses import dataclass

from alerts.rules import CRITICAL, HIGH, Reason, Verdict, verdict_on
from core.said import observe

VERSION = "questionnaires-1"
YES, NO, UNSURE = "yes", "no", "unsure"

# What an item asks about: its tier, and how a clinician reads it (docs/clinical-numbers.md).
KINDS = {
    "self_harm": (HIGH, observe("reason", "thoughts of death or of self-harm")),
    "suicide_intent": (CRITICAL, observe("reason", "intent to act on thoughts of suicide")),
    "suicide_act": (CRITICAL, observe("reason", "an act toward suicide in the past three months")),
    "other": (HIGH, observe("reason", "something to look at")),
}


@dataclass(frozen=True)
class Answer:
    """One critical answer: what kind of item, of which questionnaire, its weight of how much."""

    kind: str
    questionnaire: str
    weight: int
    most: int


@dataclass(frozen=True)
class Said:
    """What a client said when asked on: yes, no, unsure, or None for not answered."""

    intent: str | None = None
    plan: str | None = None
    recent_act: str | None = None
    wants_contact: bool = False


def assess(answer: Answer) -> Verdict:
    """Apply the rule of its kind to one critical answer."""
    tier, about = KINDS[answer.kind]
    level = observe("reason", "{number} of {most}", number=answer.weight, most=answer.most)
    sentence = observe(
        "reason",
        "Answered {level} on {about}, in {questionnaire}. Worth a call today.",
        level=level,
        about=about,
        questionnaire=answer.questionnaire,
    )
    return verdict_on([Reason(f"answer_{answer.kind}", tier, sentence, level)], version=VERSION)


def assess_follow_up(said: Said) -> Verdict:
    """Apply the rules to what was said. “Not sure” of intent or of an act is not a no."""
    reasons = []
    unsure = observe("reason", "not sure")
    if said.intent in (YES, UNSURE):
        value = observe("reason", "intent") if said.intent == YES else unsure
        sentence = {
            YES: observe("reason", "Said that they intend to act on thoughts of suicide."),
            UNSURE: observe("reason", "Is not sure of not acting on thoughts of suicide."),
        }[said.intent]
        reasons.append(Reason("suicide_intent", CRITICAL, sentence, value))
    if said.recent_act in (YES, UNSURE):
        value = observe("reason", "act") if said.recent_act == YES else unsure
        sentence = {
            YES: observe(
                "reason", "Told of an act toward suicide or self-harm in the past three months."
            ),
            UNSURE: observe(
                "reason",
                "Is not sure of no act toward suicide or self-harm in the past three months.",
            ),
        }[said.recent_act]
        reasons.append(Reason("suicide_act", CRITICAL, sentence, value))
    if said.plan in (YES, UNSURE):
        # A plan with intent, or with intent left open, is as grave as intent.
        tier = HIGH if said.intent == NO else CRITICAL
        value = observe("reason", "plan") if said.plan == YES else unsure
        sentence = {
            YES: observe("reason", "Has thought about how to act on thoughts of suicide."),
            UNSURE: observe(
                "reason",
                "Is not sure of not having thought about how to act on thoughts of suicide.",
            ),
        }[said.plan]
        reasons.append(Reason("suicide_plan", tier, sentence, value))
    if said.wants_contact:
        sentence, value = observe("reason", "Asked to be called."), observe("reason", "asked")
        reasons.append(Reason("asked_for_contact", HIGH, sentence, value))
    return verdict_on(reasons, version=VERSION)
