from django.db import migrations

# A reminder of a session knew one time, the evening before. Its row becomes the reminder of that
# time; what was queued then counts as sent where its message was.
REMINDERS = """
INSERT INTO reminders_reminder (
    id, created_at, person_id, kind, occurrence, subject_id, "on", wished_at, due_at, until_at,
    state, reason, message, channel, queued_at, sent_at, settled_at)
SELECT r.id, r.created_at, r.client_id, 'session', 'session:' || r.session_id || ':evening',
       r.session_id, (s.starts_at AT TIME ZONE u.timezone)::date, r.due_at, r.due_at, s.starts_at,
       CASE r.state WHEN 'queued' THEN 'sent' ELSE r.state END,
       CASE r.reason WHEN 'already_begun' THEN 'too_late' ELSE r.reason END,
       CASE WHEN r.state = 'queued' THEN r.id END,
       CASE WHEN r.state = 'queued' THEN 'email' ELSE '' END,
       CASE WHEN r.state = 'queued' THEN r.settled_at END,
       CASE WHEN r.state = 'queued' THEN r.settled_at END,
       r.settled_at
  FROM program_reminder r
  JOIN program_session s ON s.id = r.session_id
  JOIN accounts_user u ON u.id = r.client_id
"""
PREFERENCES = """
INSERT INTO reminders_preference (
    id, created_at, person_id, channels, tone, language, quiet_from_minute, quiet_until_minute)
SELECT id, created_at, person_id, ARRAY['push', 'email', 'sms'], 'discreet', '',
       quiet_from_minute, quiet_until_minute
  FROM program_reminderpreference
"""
# The minute of the evening before that somebody chose stays theirs, and no other time is added.
SETTINGS = """
INSERT INTO reminders_setting (id, created_at, person_id, kind, "on", times, leads)
SELECT gen_random_uuid(), created_at, person_id, 'session', true,
       ARRAY[evening_before_minute::smallint], ARRAY[]::integer[]
  FROM program_reminderpreference
"""


class Migration(migrations.Migration):
    dependencies = [("reminders", "0001_initial"), ("program", "0004_caring_keeps_its_plan")]

    operations = [
        migrations.RunSQL(REMINDERS, migrations.RunSQL.noop),
        migrations.RunSQL(PREFERENCES, migrations.RunSQL.noop),
        migrations.RunSQL(SETTINGS, migrations.RunSQL.noop),
    ]
