"""Changes of how people sign in: noted, told neutrally, and hard to make for somebody else."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail

from accounts.models import User
from core.crypto import seal, unseal
from core.models import AuditEntry
from delivery.models import ContactPoint, Delivery
from family.models import Consent
from tests.accounts.doors import PASSWORD, TOTP_SECRET, Web, code_of
from tests.conftest import as_owner

NEW = "a quiet walk by the river"


def _noted(action, person):
    with as_owner():
        return AuditEntry.objects.filter(action=action, subject_id=person.pk).count()


def _told(kind="account"):
    with as_owner():
        return list(Delivery.objects.filter(kind=kind).values_list("address", flat=True))


def _path_of_newest(kind):
    with as_owner():
        row = Delivery.objects.filter(kind=kind).latest("created_at")
    return row.path if not row.path.startswith("v1.") else unseal(row.path, context="x")


def _signed_in(person):
    device = Web()
    device.sign_in(person)
    return device


def _change_password(device, now=PASSWORD, new=NEW):
    body = {"current_password": now, "new_password": new}
    return device.auth("POST", "/account/password/change", body)


def test_a_new_password_ends_the_other_sessions_and_is_told(maya):
    here, elsewhere = _signed_in(maya), _signed_in(maya)

    answer = _change_password(here)

    assert answer.status_code == 200
    assert here.api("GET", "/me/").status_code == 200
    assert elsewhere.api("GET", "/me/").status_code == 401
    assert _told() == [maya.email]
    assert _noted("password_changed", maya) == 1
    assert Web().password(maya.email).status_code == 400
    assert Web().password(maya.email, NEW).status_code == 200


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("short words", "password_too_short"),
        ("qwerty123456", "password_too_common"),
        ("passwordpassword", "password_too_common"),
        ("2024 Sunshine 2024!", "password_too_common"),
        ("maya@example.org", "password_too_similar"),
    ],
)
def test_a_weak_password_is_refused_by_name(maya, new, code):
    answer = _change_password(_signed_in(maya), new=new)

    assert answer.status_code == 400
    assert code in [error["code"] for error in answer.json()["errors"]]


def test_no_mixture_of_letters_and_signs_is_asked_for(maya):
    assert _change_password(_signed_in(maya), new="plain letters only").status_code == 200


def test_a_password_is_chosen_anew_by_a_link_that_works_once(maya):
    elsewhere, device = _signed_in(maya), Web()
    device.api("GET", "/me/")
    device.auth("POST", "/auth/password/request", {"email": maya.email})
    key = _path_of_newest("new_password").partition("#")[2]

    first = device.auth("POST", "/auth/password/reset", {"key": key, "password": NEW})
    second = device.auth("POST", "/auth/password/reset", {"key": key, "password": NEW + "!"})

    assert (first.status_code, second.status_code) == (401, 400)  # nobody is signed in by it
    assert device.api("GET", "/me/").status_code == 401
    assert elsewhere.api("GET", "/me/").status_code == 401
    assert Web().password(maya.email, NEW).status_code == 200
    assert _told() == [maya.email]
    assert _noted("password_reset", maya) == 1
    assert mail.outbox == []


def test_an_unknown_address_costs_the_same_row_and_reaches_nobody(maya):
    device = Web()
    device.api("GET", "/me/")

    device.auth("POST", "/auth/password/request", {"email": "nobody@example.com"})

    with as_owner():
        row = Delivery.objects.get(kind="new_password")
    assert (row.state, row.address) == ("cancelled", "nobody@example.invalid")


def test_another_address_is_confirmed_by_a_code_and_the_old_one_is_told(maya):
    device, new = _signed_in(maya), "maya.new@example.com"
    unproven = device.auth("POST", "/account/email", {"email": new})
    device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})

    asked = device.auth("POST", "/account/email", {"email": new})
    wrong = device.auth("POST", "/auth/email/verify", {"key": "000000"})
    code = _path_of_newest("address_code")
    right = device.auth("POST", "/auth/email/verify", {"key": code})

    assert [answer.status_code for answer in (unproven, asked, wrong, right)] == [
        401,
        200,
        400,
        200,
    ]
    assert re.fullmatch(r"[A-Z0-9-]{6,12}", code)
    assert _told("address_code") == [new]
    assert _told() == [maya.email]
    with as_owner():
        assert User.objects.get(pk=maya.pk).email == new
        assert [row.email for row in EmailAddress.objects.filter(user=maya)] == [new]
        points = ContactPoint.objects.filter(person=maya, channel="email")
        assert {row.address: row.active for row in points} == {new: True, maya.email: False}
    assert _noted("email_changed", maya) == 1
    assert Web().password(new).status_code == 200
    assert Web().password(maya.email).status_code == 400


def test_an_address_of_somebody_else_is_answered_like_any_other(maya, ben):
    answers = []
    for email in (ben.email, "free@example.com"):
        device = _signed_in(maya)
        device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})
        answers.append(device.auth("POST", "/account/email", {"email": email}))

    shapes = [re.sub(r'"[^"]*@[^"]*"', "…", answer.content.decode()) for answer in answers]
    assert answers[0].status_code == answers[1].status_code == 200
    assert shapes[0] == shapes[1]


def _set_up_app(device):
    offer = device.auth("GET", "/account/authenticators/totp")
    code = code_of(offer.json()["meta"]["secret"])
    assert device.auth("POST", "/account/authenticators/totp", {"code": code}).status_code == 200


def test_recovery_codes_are_shown_once_count_down_and_let_one_in(maya):
    device, path = _signed_in(maya), "/account/authenticators/recovery-codes"
    _set_up_app(device)
    device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})
    first = device.auth("GET", path).json()["data"]
    second = device.auth("GET", path).json()["data"]
    another = Web()
    another.password(maya.email)

    used = another.auth("POST", "/auth/2fa/authenticate", {"code": first["unused_codes"][0]})
    third = Web()
    third.password(maya.email)
    again = third.auth("POST", "/auth/2fa/authenticate", {"code": first["unused_codes"][0]})
    left = device.auth("GET", path).json()["data"]["unused_code_count"]

    assert len(first["unused_codes"]) == 10
    assert "unused_codes" not in second
    assert (used.status_code, again.status_code, left) == (200, 400, 9)
    for action in ("app_added", "recovery_code_used"):
        assert _noted(action, maya) == 1, action
    assert _told() == [maya.email, maya.email]


def test_new_codes_end_the_old_ones(maya):
    device, path = _signed_in(maya), "/account/authenticators/recovery-codes"
    _set_up_app(device)
    device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})
    old = device.auth("GET", path).json()["data"]["unused_codes"]

    new = device.auth("POST", path, {}).json()["data"]["unused_codes"]
    another = Web()
    another.password(maya.email)

    assert not set(old) & set(new)
    assert another.auth("POST", "/auth/2fa/authenticate", {"code": old[0]}).status_code == 400
    assert another.auth("POST", "/auth/2fa/authenticate", {"code": new[0]}).status_code == 200
    assert _noted("recovery_codes_made", maya) == 1


def test_each_step_at_the_door_leaves_an_entry(okafor):
    device = Web()
    device.password(okafor.email)
    device.auth("POST", "/auth/2fa/authenticate", {"code": "000000"})
    device.auth("POST", "/auth/2fa/authenticate", {"code": code_of()})
    device.auth("POST", "/auth/reauthenticate", {"password": "not it"})
    device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})
    device.auth("DELETE", "/auth/session")

    noted = {name: _noted(name, okafor) for name in ("sign_in", "proof_refused", "proved_again")}
    assert noted == {"sign_in": 1, "proof_refused": 1, "proved_again": 1}
    assert _noted("sign_out", okafor) == 1
    with as_owner():
        assert AuditEntry.objects.filter(action="sign_in_refused").count() >= 1


def test_my_devices_are_listed_and_ended(maya, ben):
    here, elsewhere, foreign = _signed_in(maya), _signed_in(maya), _signed_in(ben)

    rows = here.api("GET", "/me/sign-ins/").json()
    (other,) = [row for row in rows if not row["current"]]
    refused = foreign.api("DELETE", f"/me/sign-ins/{other['id']}/")
    ended = here.api("DELETE", f"/me/sign-ins/{other['id']}/")

    assert [row["current"] for row in rows] == [True, False]
    assert rows[0]["network"] == "127.0.…"
    assert (refused.status_code, ended.status_code) == (404, 204)
    assert elsewhere.api("GET", "/me/").status_code == 401
    assert here.api("GET", "/me/").status_code == 200
    assert _noted("end_session", maya) == 1


def test_everywhere_else_is_ended_at_once(maya):
    here, *others = [_signed_in(maya) for _ in range(4)]

    answer = here.api("DELETE", "/me/sign-ins/")

    assert answer.status_code == 204
    assert [device.api("GET", "/me/").status_code for device in others] == [401, 401, 401]
    assert len(here.api("GET", "/me/sign-ins/").json()) == 1


def test_an_administrator_resets_a_lost_second_factor(ada, okafor):
    admin, clinician = _signed_in(ada), _signed_in(okafor)
    path = f"/people/{okafor.pk}/second-factor/reset/"

    unproven = admin.api("POST", path, {"reason": "lost"})
    unsaid = admin.api("POST", path, {"password": PASSWORD})
    answer = admin.api("POST", path, {"password": PASSWORD, "reason": "lost"})

    assert (unproven.status_code, unsaid.status_code, answer.status_code) == (403, 400, 200)
    assert list(unsaid.json()["fields"]) == ["reason"]
    assert clinician.api("GET", "/me/").status_code == 401
    with as_owner():
        assert not Authenticator.objects.filter(user=okafor).exists()
    assert _told() == [okafor.email]
    assert _noted("reset_second_factor", okafor) == 1
    with as_owner():
        entry = AuditEntry.objects.get(action="reset_second_factor")
    assert (entry.actor_id, entry.detail) == (ada.pk, "lost: 1 taken away")
    back = Web()
    assert back.password(okafor.email).status_code == 200
    assert back.api("GET", "/alerts/").json()["code"] == "second_factor_required"


def test_nobody_resets_their_own_and_a_clinician_nobodys(ada, okafor, lee):
    own = _signed_in(ada).api(
        "POST", f"/people/{ada.pk}/second-factor/reset/",
        {"password": PASSWORD, "reason": "stolen"},
    )  # fmt: skip
    other = _signed_in(okafor).api("POST", f"/people/{lee.pk}/second-factor/reset/", {})

    assert (own.status_code, own.json()["code"]) == (409, "own_second_factor")
    assert other.status_code == 404


def _reset_relative(admin, email, **more):
    body = {"email": email, "reason": "lost", "password": PASSWORD, **more}
    return admin.api("POST", "/people/second-factor/reset/", body)


def _with_factor(person):
    with as_owner():
        sealed = seal(TOTP_SECRET, context="mfa_authenticator.data")
        Authenticator.objects.create(
            user=person, type=Authenticator.Type.TOTP, data={"secret": sealed}
        )


def test_an_administrator_helps_a_relative_by_their_address(ada, rosa):
    _with_factor(rosa)
    admin, relative = _signed_in(ada), _signed_in(rosa)

    unproven = _reset_relative(admin, rosa.email, password="")
    unsaid = _reset_relative(admin, rosa.email, reason="")
    answer = _reset_relative(admin, "Rosa@Example.ORG")

    assert (unproven.status_code, unsaid.status_code, answer.status_code) == (403, 400, 204)
    assert relative.api("GET", "/me/").status_code == 401
    assert _told() == [rosa.email]
    with as_owner():
        assert not Authenticator.objects.filter(user=rosa).exists()
        entry = AuditEntry.objects.get(action="reset_second_factor")
    assert (entry.actor_id, entry.subject_id) == (ada.pk, rosa.pk)
    assert (entry.detail, entry.client_ids) == ("lost: 1 taken away", [])
    assert Web().password(rosa.email).status_code == 200


@pytest.mark.parametrize("name", ["maya", "okafor", None])
def test_an_address_that_is_no_relatives_is_answered_alike_and_changes_nothing(
    request, ada, rosa, name
):
    email = request.getfixturevalue(name).email if name else "nobody@example.net"
    admin = _signed_in(ada)
    with as_owner():
        before = Authenticator.objects.count()

    other, answer = _reset_relative(admin, email), _reset_relative(admin, rosa.email)

    assert (other.status_code, other.content) == (answer.status_code, answer.content) == (204, b"")
    assert _told() == [rosa.email]
    with as_owner():
        assert Authenticator.objects.count() == before
        details = AuditEntry.objects.filter(action="reset_second_factor").values_list(
            "subject_id", "detail"
        )
        assert set(details) == {(None, "lost: no such relative"), (rosa.pk, "lost: 0 taken away")}


def test_what_is_shared_with_a_relative_changes_nothing_about_their_reset(ada, rosa):
    _with_factor(rosa)
    with as_owner():
        Consent.objects.filter(recipient=rosa).delete()

    answer = _reset_relative(_signed_in(ada), rosa.email)

    assert answer.status_code == 204
    with as_owner():
        assert not Authenticator.objects.filter(user=rosa).exists()


def test_an_administrator_who_is_a_relative_too_does_not_help_themselves(ada):
    with as_owner():
        User.objects.filter(pk=ada.pk).update(roles=["administrator", "family"])

    answer = _reset_relative(_signed_in(ada), ada.email)

    assert (answer.status_code, answer.json()["code"]) == (409, "own_second_factor")


def test_nobody_but_an_administrator_helps_a_relative(okafor, rosa, maya):
    for person in (okafor, rosa, maya):
        assert _reset_relative(_signed_in(person), rosa.email).status_code == 404
