"""The screens that are measured, and what is touched on them."""

from dataclasses import dataclass

SIGNED_OUT = ""


@dataclass(frozen=True)
class Measured:
    """A path, who looks at it (empty: nobody is signed in), and the control that is touched."""

    path: str
    who: str = SIGNED_OUT
    touched: tuple[str, str] | None = None  # role and accessible name


PAGES = (
    Measured("/about"),
    Measured("/help"),
    Measured("/learn"),
    # Last of these: whoever touches the way in is given a session, and is nobody no more.
    Measured("/sign-in", touched=("textbox", "E-mail")),
    Measured("/today", "maya", ("link", "Skills")),
    Measured("/check-in", "maya", ("radio", "5")),
    Measured("/skills", "maya", ("link", "Today")),
    Measured("/me/sharing", "maya", ("link", "Today")),
    Measured("/family", "rosa", ("link", "Learn")),
    Measured("/inbox", "okafor", ("link", "Me")),
)
# What the project promises for each first visit (docs/architecture.md, speed on an old phone).
LEAST_SCORE = 95
MOST_LCP_MS = 1800
MOST_INTERACTION_MS = 100
