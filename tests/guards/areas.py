"""The areas whose rows of the access matrix, objects and bodies live in files of their own.

Each has TABLE, objects(), BODIES, and OPEN: what is open to everybody, with the reason.
"""

from tests.guards import (
    matrix_accounts,
    matrix_alerts,
    matrix_between,
    matrix_care,
    matrix_care_team,
    matrix_consents,
    matrix_lessons,
    matrix_program,
    matrix_progress,
    matrix_questionnaires,
    matrix_records,
    matrix_reminders,
    matrix_shared,
    matrix_warnings,
)

# Bodies are looked up in this order: the first that fits.
AREAS = (
    matrix_accounts,
    matrix_alerts,
    matrix_between,
    matrix_shared,
    matrix_care,
    matrix_consents,
    matrix_care_team,
    matrix_lessons,
    matrix_program,
    matrix_progress,
    matrix_questionnaires,
    matrix_records,
    matrix_reminders,
    matrix_warnings,
)
