"""Telephones for texts: a number is verified by a code, and written to only while it is wanted."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import phonenumbers
from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from core.errors import Refused
from core.identity import System, acting_as
from core.said import say
from delivery.channels import sms
from delivery.models import Channel, ContactPoint, PhoneCode, TextConsent
from delivery.services.points import address_digest, require_channel, retire_point
from delivery.services.queueing import Cause, queue_to_point
from delivery.wording import Kind

CODE_HOLDS = timedelta(minutes=10)
MOST_ATTEMPTS = 5
CODES_AN_HOUR, CODES_A_DAY = 3, 8
HOME = "US"  # where a number without a country code is from
MOBILE = {
    phonenumbers.PhoneNumberType.MOBILE,
    phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
}
# https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out (the words that carriers know)
STOP_WORDS = {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "ALTO"}
START_WORDS = {"START", "UNSTOP"}


class NumberRefused(Refused):
    """Not a number to which texts can go."""

    status = 400
    code = "number_refused"
    sentence = say("Enter a mobile number, with its country code if it is not from here.")


class TooManyCodes(Refused):
    """Somebody asks for one code after the other."""

    status = 429
    code = "too_many_codes"
    sentence = say("You have asked for many codes. Please try again later.")


class MailStays(Refused):
    """The e-mail address belongs to the account."""

    code = "mail_stays"
    sentence = say(
        "Your e-mail address belongs to your account. To get no reminders by e-mail, "
        "take e-mail out of your reminder settings."
    )


@dataclass(frozen=True)
class Confirmation:
    """Whether a code was the right one, and how many more may be tried."""

    verified: bool
    attempts_left: int


def ask_for_phone(*, person_id: UUID, number: str, language: str, at: datetime) -> ContactPoint:
    """Text a code to a number; raise NumberRefused, TooManyCodes or ChannelOff.

    The number is kept, not active, until the code comes back within ten minutes.
    """
    require_channel(Channel.SMS)
    full = _full(number)
    asked = PhoneCode.objects.filter(person_id=person_id)
    if (
        asked.filter(asked_at__gt=at - timedelta(hours=1)).count() >= CODES_AN_HOUR
        or asked.filter(asked_at__gt=at - timedelta(days=1)).count() >= CODES_A_DAY
    ):
        raise TooManyCodes
    point, _ = ContactPoint.objects.get_or_create(
        person_id=person_id,
        channel=Channel.SMS,
        address=address_digest(full),
        defaults={"sealed": full, "active": False},
    )
    code = f"{secrets.randbelow(1_000_000):06}"
    row = PhoneCode.objects.create(
        person_id=person_id,
        point=point,
        digest=_digest(point, code),
        asked_at=at,
        expires_at=at + CODE_HOLDS,
    )
    cause = Cause(Kind.CODE, f"code:{row.pk}", code)
    queue_to_point(point=point, cause=cause, language=language, due_at=at)
    return point


def _full(number: str) -> str:
    try:
        found = phonenumbers.parse(number, HOME)
    except phonenumbers.NumberParseException:
        raise NumberRefused(fields={"number": [NumberRefused.sentence]}) from None
    mobile = phonenumbers.number_type(found) in MOBILE
    if not phonenumbers.is_valid_number(found) or not mobile:
        raise NumberRefused(fields={"number": [NumberRefused.sentence]})
    return str(phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164))


def _digest(point: ContactPoint, code: str) -> str:
    return salted_hmac(f"delivery.phonecode.{point.pk}", code, algorithm="sha256").hexdigest()


def confirm_phone(*, point: ContactPoint, code: str, at: datetime) -> Confirmation:
    """Take a code back: the right one activates the number and records the wish for texts.

    Five wrong ones end it. A wrong code is an answer and no refusal: what is refused leaves no
    row, and then nobody would count the attempts.
    """
    newest = (
        PhoneCode.objects.select_for_update()
        .filter(point=point, used_at=None, expires_at__gt=at)
        .order_by("-asked_at")
        .first()
    )
    if newest is None or newest.attempts >= MOST_ATTEMPTS:
        return Confirmation(verified=False, attempts_left=0)
    newest.attempts += 1
    right = constant_time_compare(newest.digest, _digest(point, code))
    newest.used_at = at if right else None
    newest.save(update_fields=["attempts", "used_at"])
    if right:
        _activate(point, at=at)
    return Confirmation(verified=right, attempts_left=MOST_ATTEMPTS - newest.attempts)


def _activate(point: ContactPoint, *, at: datetime) -> None:
    point.active, point.verified_at, point.retired_at, point.failure = True, at, None, ""
    point.save(update_fields=["active", "verified_at", "retired_at", "failure"])
    _decide(point, given=True, how=TextConsent.How.APP, at=at)


def _decide(point: ContactPoint, *, given: bool, how: str, at: datetime) -> None:
    TextConsent.objects.create(person_id=point.person_id, point=point, given=given, how=how, at=at)


def is_from_the_provider(*, fields: Mapping[str, str], signature: str) -> bool:
    """Say whether what was posted to our address for replies bears the provider's signature."""
    url = f"{settings.SITE_URL}/api/v1/text-replies/"
    return sms.is_signed(url=url, fields=fields, signature=signature)


def hear_reply(*, number: str, words: str, at: datetime) -> int:
    """Do what a person texted back: STOP ends texts to that number, START begins them again.

    Returns for how many contact points; 0 for any other words, which are not kept. START works
    only where the number was verified and not removed in the app.
    """
    said = words.strip().upper()
    if said not in STOP_WORDS | START_WORDS:
        return 0
    with acting_as(System.CARRIER):
        points = list(
            ContactPoint.objects.filter(
                channel=Channel.SMS,
                address=address_digest(number),
                verified_at__isnull=False,
                active=True,
            )
        )
        for point in points:
            _decide(point, given=said in START_WORDS, how=TextConsent.How.REPLY, at=at)
    return len(points)


def note_told_to_stop(*, point_id: UUID, at: datetime) -> None:
    """Record that the provider was told to stop: the wish for texts has ended."""
    point = ContactPoint.objects.get(pk=point_id)
    _decide(point, given=False, how=TextConsent.How.PROVIDER, at=at)


def remove_point(*, point: ContactPoint, at: datetime) -> None:
    """Retire a browser or a telephone, and with it the wish for texts; raise MailStays for mail."""
    if point.channel == Channel.EMAIL:
        raise MailStays
    retire_point(point_id=point.pk, reason="removed", at=at)
    if point.channel == Channel.SMS:
        _decide(point, given=False, how=TextConsent.How.APP, at=at)
