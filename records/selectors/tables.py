"""Which tables hold what about a person, and which of their columns a copy holds.

Every table whose rows row security shows to the person they are about is here, or in LEFT_OUT with
the reason. Counseling notes and what was gathered for a legal proceeding have no table.
"""

from dataclasses import dataclass

# Columns that say nothing to anybody: keys of replays, marks of the machinery.
NEVER = frozenset({
    "created_at", "submission_id", "contact_digest", "sealed", "series", "text_digest",
    "rung", "revision", "instrument_version", "scoring_version", "form_version", "rule_version",
    "stands", "warned_at",
})  # fmt: skip


@dataclass(frozen=True)
class Table:
    """One table of a copy: its name there, the model, whose row it is, and what is added or read.

    `also` adds columns of other tables (name in the copy, path). `parsed` are columns that hold
    JSON as text. `only` narrows the columns. `relative` reads as the role of relatives.
    """

    name: str
    model: str
    owner: str = "client"
    also: tuple[tuple[str, str], ...] = ()
    parsed: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    order: str = "created_at"
    relative: bool = False


TABLES: tuple[Table, ...] = (
    Table("statements", "records.Correction", order="written_at"),
    Table("enrolments", "program.Enrolment", also=(("program", "program__name"),)),
    Table("level_changes", "program.LevelChange"),
    Table("care_team", "program.CareTeamMember"),
    Table(
        "sessions", "program.Participant", order="session__starts_at",
        also=(
            ("starts_at", "session__starts_at"), ("kind", "session__kind"),
            ("title", "session__title"), ("topic", "session__topic"),
            ("cancelled_at", "session__cancelled_at"),
        ),
    ),
    Table(
        "attendance_changes", "program.AttendanceChange",
        also=(("starts_at", "session__starts_at"),),
    ),
    Table("cannot_come", "program.CannotCome", also=(("starts_at", "session__starts_at"),)),
    Table("tracks", "program.TrackMember", also=(("track", "track__name"),)),
    Table("series", "program.SeriesMember", also=(("title", "series__title"),)),
    Table("check_ins", "checkins.CheckIn", order="recorded_at"),
    Table("personal_items", "checkins.PersonalItem"),
    Table("daily_goal_outcomes", "checkins.GoalOutcome", order="recorded_at"),
    Table("diary_cards", "checkins.DiaryCard", order="recorded_at"),
    Table("diary_targets", "checkins.DiaryTarget"),
    Table("urges", "checkins.UrgeLog", order="recorded_at"),
    Table("returns_to_use", "checkins.Lapse", order="recorded_at"),
    Table("use_history", "checkins.UseHistory"),
    Table("practices", "skills.Practice", also=(("skill", "skill__slug"),), order="started_at"),
    Table(
        "practice_answers", "skills.PracticeText", parsed=("answers",),
        also=(("skill", "practice__skill__slug"), ("started_at", "practice__started_at")),
        order="practice__started_at",
    ),
    Table("practices_shared", "skills.PracticeShare"),
    Table("assignments", "skills.Assignment", order="assigned_at"),
    Table("plans", "plans.Plan", parsed=("steps",), order="written_at"),
    Table("safer_steps", "plans.SaferStep", parsed=("actions",)),
    Table("plan_signatures", "plans.Signature", also=(("kind", "plan__kind"),), order="signed_at"),
    Table("support_people", "plans.SupportPerson"),
    Table(
        "questionnaire_answers", "questionnaires.Response", parsed=("answers",),
        also=(("title", "questionnaire__title"),), order="recorded_at",
    ),
    Table("questionnaire_scores", "questionnaires.Score", order="answered_on"),
    Table("critical_answers", "questionnaires.CriticalAnswer", order="recorded_at"),
    Table("follow_ups", "questionnaires.FollowUp", order="recorded_at"),
    Table("questionnaire_schedules", "questionnaires.Schedule"),
    Table("questionnaires_due", "questionnaires.Occasion", also=(("key", "schedule__key"),)),
    Table("goals", "care.Goal"),
    Table("goal_steps", "care.GoalStep"),
    Table("daily_goals", "care.DailyGoal"),
    Table("medications", "care.Medication"),
    Table("medication_notes", "care.MedicationNote"),
    Table("medication_marks", "care.MedicationMark"),
    Table("tasks", "care.Task"),
    Table("referrals", "care.Referral"),
    Table("earlier_wordings", "care.Change", parsed=("before",), order="made_at"),
    Table("milestones", "progress.MilestoneEvent", order="noted_at"),
    Table("noticed", "alerts.Mirror", order="flagged_at"),
    Table("contact_requests", "alerts.ContactRequest", order="recorded_at"),
    Table("how_to_reach_me", "alerts.Reach", order="confirmed_at"),
    Table("agreements", "alerts.Agreement", owner="person"),
    Table("consents", "family.Consent", order="signed_at"),
    Table("sharing_pauses", "family.ConsentPause"),
    Table(
        "shown_to_family", "family.Disclosure", order="disclosed_at",
        also=(("recipient_name", "consent__recipient_name"),),
    ),
    Table("family_invitations", "family.FamilyInvitation", only=(
        "invited_at", "expires_at", "accepted_at", "withdrawn_at",
    )),
    Table("meeting_invitations", "family.SessionInvitation"),
    Table("thanks", "family.ThankYou"),
    Table("encouragements", "family.Encouragement"),
    Table("note_choices", "family.NoteChoice"),
    Table("shared_milestones", "family.SharedMilestone"),
    Table("calls_asked", "family.CallMe"),
    Table("restrictions", "family.Restriction"),
    Table("shared_goals", "family.SharedGoal"),
    Table("support_words", "family.SupportWords"),
    Table("access_requests", "records.AccessRequest", order="asked_at"),
    Table("complaints", "records.Complaint", owner="person", order="written_at"),
    Table("notices", "records.NoticeGiven", also=(("version", "notice__version"),)),
    Table("copies", "records.Export", owner="person", order="asked_at", only=(
        "asked_at", "state", "made_at", "expires_at", "downloads", "gone_at",
    )),
    Table("reached_at", "delivery.ContactPoint", owner="person", only=(
        "channel", "address", "label", "active", "verified_at", "retired_at",
    )),
    Table("text_consents", "delivery.TextConsent", owner="person", only=("given", "how", "at")),
    Table("messages", "delivery.Delivery", owner="person", order="due_at", only=(
        "channel", "state", "due_at", "settled_at",
    )),
    Table("reminder_preferences", "reminders.Preference", owner="person"),
    Table("reminder_settings", "reminders.Setting", owner="person"),
    Table("reminders", "reminders.Reminder", owner="person", order="due_at", only=(
        "kind", "on", "due_at", "state", "reason", "channel", "sent_at", "opened_at", "done_at",
    )),
    Table("calendar_addresses", "program.CalendarFeed", owner="person", only=(
        "shows_place", "made_at", "revoked_at",
    )),
    Table("lessons_read", "lessons.Progress", owner="person", only=(
        "slug", "section", "started_at", "read_at", "finished_at",
    )),
    Table("lesson_reflections", "lessons.Reflection", owner="person", order="written_at", only=(
        "slug", "question", "text", "written_at",
    )),
    Table("lesson_answers", "lessons.CheckAnswer", owner="person", only=(
        "slug", "question", "choice", "answered_at",
    )),
    Table("lesson_choices", "lessons.Relationships", owner="person"),
    Table("rules_read", "family.RulesRead", owner="reader"),
    Table(
        "strain_looks", "family.StrainCheckIn", owner="writer", parsed=("answers",),
        order="answered_at",
    ),
    Table(
        "notes_to_team", "family.TeamNote", owner="writer", order="written_at", relative=True,
        only=("wish", "about", "text", "urgent", "written_at"),
    ),
)  # fmt: skip

# Tables that row security shows to whom a row is about, and that no copy holds.
LEFT_OUT: dict[str, str] = {
    "alerts.Charge": "which clinician was charged with an alert: a clinician's row",
    "alerts.Bundled": "what waits for a clinician's digest",
    "alerts.Digest": "a clinician's digest",
    "alerts.DigestWish": "when a clinician wishes their digest",
    "alerts.Step": "what clinicians did about an alert; a client reads `noticed` instead",
    "alerts.RotaShift": "a clinician's shift",
    "delivery.PhoneCode": "digests of codes that were sent; secrets of ten minutes",
    "program.Licence": "a clinician's licence",
    "program.Session": "the timetable; a client's own sessions are in it through `sessions`",
    "program.SessionClinician": "who leads a session; a clinician's row",
    "records.ExportPart": "the copy itself",
    "records.NoticePutOff": "a tap on later; `notices` says what was given and confirmed",
    "reminders.Agenda": "when the machinery looks again; holds nothing else",
    "accounts.User": "name, e-mail and settings stand at the head of each copy",
    "accounts.Invitation": "staff's rows: whom they invited",
    "core.AuditEntry": "who looked at the record; given on request, because its rows name staff",
}
