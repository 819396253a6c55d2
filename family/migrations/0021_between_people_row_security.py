from django.db import migrations

from core.identity import APP_ROLE, RELATIVE_ROLE
from core.rowsec import ME, enable, policy, system

MINE, MY_CLIENT = f"client_id = {ME}", "app_cares_for(client_id)"
ADMINISTRATOR = "(SELECT app_holds('administrator'))"
STAFF = f"({MY_CLIENT} OR {ADMINISTRATOR})"
PART = system("family")
# What a relative's reading may touch, column by column.
COLUMNS = {
    "family_thankyou": "id, client_id, recipient_id, phrase, text, written_at, withdrawn_at",
    "family_sharedmilestone": (
        "id, client_id, recipient_id, phrase, days, text, shared_at, withdrawn_at"
    ),
    "family_callme": (
        "id, client_id, recipient_id, series, pressed_at, seen_at, answered_at, withdrawn_at"
    ),
    "family_sessioninvitation": (
        "id, client_id, recipient_id, series, session_id, revision, starts_at, ends_at, place,"
        " telehealth_url, answer, answered_at, ended_at"
    ),
    "family_encouragement": "id, client_id, writer_id, submission_id, written_at",
    "family_teamnote": "id, writer_id, submission_id, wish, about, text, urgent, written_at",
    "family_teamnotereceipt": "note_id, client_id, role, acknowledged_at",
    "program_session": "id, revision",
}
CATEGORY = {
    "family_thankyou": "message_of_thanks",
    "family_sharedmilestone": "sobriety_milestone",
    "family_callme": "crisis_contact",
    "family_sessioninvitation": "session_invitations",
    "family_encouragement": "program_link",
    "family_teamnotereceipt": "program_link",
}
WRITTEN = (
    "id, created_at, client_id, writer_id, submission_id, phrase, text, written_at"
)


def grant(what: str, table: str, role: str = APP_ROLE) -> migrations.RunSQL:
    """Grant a role one thing more on a table."""
    return migrations.RunSQL(
        f"GRANT {what} ON {table} TO {role}", f"REVOKE {what} ON {table} FROM {role}"
    )


def who_shares(category: str) -> str:
    """Return the condition that the row's client shares this now, asked once a statement."""
    return (
        "client_id IN (SELECT c.client_id FROM family_consent c"
        f" WHERE app_may_see(c.client_id, '{category}'))"
    )


def only_in_force(table: str) -> migrations.RunSQL:
    """Let no relative's reading pass a consent that does not cover this, whatever else is opened."""
    return policy(
        table, "only_in_force", "SELECT", who_shares(CATEGORY[table]), role=RELATIVE_ROLE,
        restrictive=True,
    )


def to_one_person(table: str) -> list[migrations.RunSQL]:
    """Let the client write, read and withdraw, and the one person named read while it is shared."""
    return [
        enable(table),
        grant("UPDATE (withdrawn_at)", table),
        policy(table, "mine", "SELECT", MINE),
        policy(table, "by_me", "INSERT", f"{MINE} AND withdrawn_at IS NULL"),
        policy(table, "withdrawn_by_me", "UPDATE", f"{MINE} AND withdrawn_at IS NULL",
               check=f"{MINE} AND withdrawn_at IS NOT NULL"),
        policy(table, "to_me", "SELECT", f"recipient_id = {ME} AND withdrawn_at IS NULL",
               role=RELATIVE_ROLE),
        only_in_force(table),
    ]


def answered_by(table: str, columns: str, condition: str) -> list[migrations.RunSQL]:
    """Let the person named say something back, while it is shared and stands."""
    mine = f"recipient_id = {ME} AND {condition} AND app_may_see(client_id, '{CATEGORY[table]}')"
    return [
        grant(f"UPDATE ({columns})", table, RELATIVE_ROLE),
        policy(table, "answered_by_me", "UPDATE", mine, role=RELATIVE_ROLE),
    ]


CALLS = [
    *to_one_person("family_callme"),
    *answered_by("family_callme", "seen_at, answered_at", "withdrawn_at IS NULL"),
    policy("family_callme", "to_tell", "SELECT", PART),
    policy("family_callme", "ends_with_sharing", "UPDATE", f"{PART} AND withdrawn_at IS NULL",
           check=f"{PART} AND withdrawn_at IS NOT NULL"),
]
NOTES = [
    *to_one_person("family_thankyou"),
    *to_one_person("family_sharedmilestone"),
    # Written by the role of relatives alone: row security looks at the consent at that moment.
    enable("family_encouragement", "SELECT"),
    grant(f"INSERT ({WRITTEN})", "family_encouragement", RELATIVE_ROLE),
    policy("family_encouragement", "to_me", "SELECT", MINE),
    policy("family_encouragement", "by_me", "INSERT",
           f"writer_id = {ME} AND app_may_see(client_id, 'program_link')", role=RELATIVE_ROLE),
    policy("family_encouragement", "sent_by_me", "SELECT", f"writer_id = {ME}",
           role=RELATIVE_ROLE),
    only_in_force("family_encouragement"),
    enable("family_notechoice"),
    grant("UPDATE (receives, decided_at)", "family_notechoice"),
    policy("family_notechoice", "mine", "ALL", MINE),
]
ENDED = "ended_at IS NOT NULL"
STANDS = "ended_at IS NULL"
MEETINGS = [
    enable("family_sessioninvitation"),
    grant("UPDATE (ended_at, \"end\")", "family_sessioninvitation"),
    policy("family_sessioninvitation", "about_me", "SELECT", MINE),
    policy("family_sessioninvitation", "about_my_client", "SELECT", MY_CLIENT),
    policy("family_sessioninvitation", "asked_by_me", "INSERT",
           f"{MY_CLIENT} AND invited_by_id = {ME} AND {STANDS} AND answered_at IS NULL"),
    policy("family_sessioninvitation", "ended_by_me", "UPDATE",
           f"({MINE} OR {MY_CLIENT}) AND {STANDS}", check=f"({MINE} OR {MY_CLIENT}) AND {ENDED}"),
    policy("family_sessioninvitation", "to_tell", "SELECT", PART),
    policy("family_sessioninvitation", "ends_with_session", "UPDATE", f"{PART} AND {STANDS}",
           check=f"{PART} AND {ENDED}"),
    policy("family_sessioninvitation", "to_me", "SELECT", f"recipient_id = {ME} AND {STANDS}",
           role=RELATIVE_ROLE),
    only_in_force("family_sessioninvitation"),
    *answered_by("family_sessioninvitation", "answer, answered_at", STANDS),
    # Whether it still is at that time and place; nothing else of the session.
    policy("program_session", "asked_to", "SELECT",
           "id IN (SELECT i.session_id FROM family_sessioninvitation i)", role=RELATIVE_ROLE),
    policy("program_session", "family_compares", "SELECT", PART),
]
OF_THE_NOTE = (
    "EXISTS (SELECT 1 FROM family_teamnote n WHERE n.id = note_id"
    " AND n.client_id IS NOT DISTINCT FROM family_teamnotereceipt.client_id)"
)
TEAM_NOTES = [
    enable("family_teamnote"),
    grant("UPDATE (client_id, linked_at, linked_by_id)", "family_teamnote"),
    policy("family_teamnote", "by_me", "INSERT", f"writer_id = {ME} AND client_id IS NULL"),
    policy("family_teamnote", "read_by_staff", "SELECT", STAFF),
    policy("family_teamnote", "linked_by_me", "UPDATE", f"{ADMINISTRATOR} AND client_id IS NULL",
           check=f"{ADMINISTRATOR} AND client_id IS NOT NULL AND linked_by_id = {ME}"),
    policy("family_teamnote", "to_link", "SELECT", PART),
    policy("family_teamnote", "linked_by_consent", "UPDATE", f"{PART} AND client_id IS NULL",
           check=f"{PART} AND linked_by_id IS NULL"),
    # One's own words, with or without a consent; not whom staff think they are about.
    policy("family_teamnote", "by_me_to_read", "SELECT", f"writer_id = {ME}", role=RELATIVE_ROLE),
    enable("family_teamnotereceipt"),
    policy("family_teamnotereceipt", "of_staff", "SELECT", STAFF),
    policy("family_teamnotereceipt", "read_by_me", "INSERT",
           f"{STAFF} AND acknowledged_by_id = {ME} AND {OF_THE_NOTE}"),
    policy("family_teamnotereceipt", "of_my_note", "SELECT",
           "note_id IN (SELECT n.id FROM family_teamnote n)", role=RELATIVE_ROLE),
    only_in_force("family_teamnotereceipt"),
]
TOLD = [
    policy("program_careteammember", "family_tells", "SELECT", PART),
    policy("accounts_user", "family_tells_staff", "SELECT",
           f"{PART} AND roles && ARRAY['clinician', 'administrator']::varchar[]"),
]
OWN = [
    enable("family_straincheckin", "SELECT, INSERT, DELETE"),
    policy("family_straincheckin", "mine", "ALL", f"writer_id = {ME}"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("family", "0020_between_people"),
        ("delivery", "0005_update_kind"),
    ]

    operations = [
        *CALLS,
        *NOTES,
        *MEETINGS,
        *TEAM_NOTES,
        *TOLD,
        *OWN,
        *(grant(f"SELECT ({columns})", table, RELATIVE_ROLE) for table, columns in COLUMNS.items()),
    ]
