"""Which state of a task or a referral may follow which. What is over can be taken up again."""

TASK = {
    "open": {"doing", "done", "dropped"},
    "doing": {"open", "done", "dropped"},
    "done": {"open"},
    "dropped": {"open"},
}
REFERRAL = {
    "planned": {"sent", "closed"},
    "sent": {"accepted", "declined", "closed"},
    "accepted": {"started", "declined", "closed"},
    "declined": {"planned", "closed"},
    "started": {"closed"},
    "closed": {"planned"},
}
TASK_OVER = ("done", "dropped")
REFERRAL_OVER = ("declined", "closed")


def may_follow(states: dict[str, set[str]], before: str, after: str) -> bool:
    """Say whether something in one state may be in the other next; staying is always right."""
    return before == after or after in states[before]
