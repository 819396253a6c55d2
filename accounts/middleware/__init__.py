"""What surrounds each personal request: its language, transaction, person, gate, and trail."""

from accounts.middleware.gate import SecondFactorGate
from accounts.middleware.identity import IdentityMiddleware, SpeakTheirLanguage, WhoIsAsking
from accounts.middleware.trail import SecurityTrail

__all__ = [
    "IdentityMiddleware",
    "SecondFactorGate",
    "SecurityTrail",
    "SpeakTheirLanguage",
    "WhoIsAsking",
]
