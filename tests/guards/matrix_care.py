# ruff: noqa: E501  (a table is read across)
"""Who gets what from the routes of admissions, care and the discharge plan; see matrix.py."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from accounts.models import User
from admissions.models import CallRequest
from backend import demo
from tests.care import rows, words
from tests.story import STORY_TIME, days_ago

# Open to everybody, and why.
OPEN = {
    "guide/": "somebody who is not here yet looks for the right place; it takes no answers",
    "program-facts/": "the telephones of the programs stand on every door",
    "call-requests/": "somebody without an account asks to be called",
}

#                                                          nobody stranger maya ben okafor nadia lee grace rosa tom ada
TABLE = """
GET    guide/                                                     200  200  200  200  200  200  200  200  200  200  200
other  guide/                                                     405  405  405  405  405  405  405  405  405  405  405
GET    program-facts/                                             200  200  200  200  200  200  200  200  200  200  200
other  program-facts/                                             405  405  405  405  405  405  405  405  405  405  405
GET    call-requests/                                             200  200  200  200  200  200  200  200  200  200  200
POST   call-requests/                                             400  400  400  400  400  400  400  400  400  400  400
other  call-requests/                                             405  405  405  405  405  405  405  405  405  405  405
GET    admissions/call-requests/                                  401  404  404  404  404  404  404  404  404  404  200
other  admissions/call-requests/                                  401  404  404  404  404  404  404  404  404  404  405
POST   admissions/call-requests/{a call}/called/                  401  404  404  404  404  404  404  404  404  404  200
POST   admissions/call-requests/{nothing}/called/                 401  404  404  404  404  404  404  404  404  404  404
other  admissions/call-requests/{a call}/called/                  401  404  404  404  404  404  404  404  404  404  405
POST   admissions/call-requests/{a call}/close/                   401  404  404  404  404  404  404  404  404  404  200
POST   admissions/call-requests/{nothing}/close/                  401  404  404  404  404  404  404  404  404  404  404
other  admissions/call-requests/{a call}/close/                   401  404  404  404  404  404  404  404  404  404  405
POST   admissions/call-requests/{a closed call}/reopen/           401  404  404  404  404  404  404  404  404  404  200
POST   admissions/call-requests/{nothing}/reopen/                 401  404  404  404  404  404  404  404  404  404  404
other  admissions/call-requests/{a call}/reopen/                  401  404  404  404  404  404  404  404  404  404  405
GET    medications/                                               401  200  200  200  404  404  404  404  404  404  404
other  medications/                                               401  405  405  405  404  404  404  404  404  404  404
GET    medications/marks/                                         401  400  400  400  404  404  404  404  404  404  404
other  medications/marks/                                         401  405  405  405  404  404  404  404  404  404  404
GET    medications/notes/                                         401  200  200  200  404  404  404  404  404  404  404
other  medications/notes/                                         401  405  405  405  404  404  404  404  404  404  404
PUT    medications/{maya's medication}/                           401  404  404  404  200  200  404  404  404  404  404
PUT    medications/{nothing}/                                     401  404  404  404  404  404  404  404  404  404  404
other  medications/{maya's medication}/                           401  404  404  404  405  405  405  405  404  404  404
POST   medications/{maya's medication}/stop/                      401  404  404  404  200  200  404  404  404  404  404
POST   medications/{nothing}/stop/                                401  404  404  404  404  404  404  404  404  404  404
other  medications/{maya's medication}/stop/                      401  404  404  404  405  405  405  405  404  404  404
PUT    medications/{maya's medication}/marks/                     401  404  200  404  404  404  404  404  404  404  404
PUT    medications/{nothing}/marks/                               401  404  404  404  404  404  404  404  404  404  404
other  medications/{maya's medication}/marks/                     401  405  405  405  404  404  404  404  404  404  404
POST   medications/{maya's medication}/notes/                     401  404  201  404  404  404  404  404  404  404  404
POST   medications/{nothing}/notes/                               401  404  404  404  404  404  404  404  404  404  404
other  medications/{maya's medication}/notes/                     401  405  405  405  404  404  404  404  404  404  404
GET    medications/{maya's medication}/history/                   401  404  200  404  200  200  404  404  404  404  404
GET    medications/{nothing}/history/                             401  404  404  404  404  404  404  404  404  404  404
other  medications/{maya's medication}/history/                   401  405  405  405  405  405  405  405  405  405  405
GET    medication-notes/                                          401  404  404  404  200  200  200  200  404  404  404
other  medication-notes/                                          401  404  404  404  405  405  405  405  404  404  404
POST   medication-notes/{maya's note}/seen/                       401  404  404  404  200  200  404  404  404  404  404
POST   medication-notes/{nothing}/seen/                           401  404  404  404  404  404  404  404  404  404  404
other  medication-notes/{maya's note}/seen/                       401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/medications/                                401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/medications/                                 401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/medications/                             401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/medications/                                401  404  404  404  201  201  404  404  404  404  404
POST   clients/{ben}/medications/                                 401  404  404  404  404  404  201  404  404  404  404
POST   clients/{nothing}/medications/                             401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/medications/                                401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/medications/marks/                          401  404  404  404  400  400  404  404  404  404  404
GET    clients/{ben}/medications/marks/                           401  404  404  404  404  404  400  404  404  404  404
GET    clients/{nothing}/medications/marks/                       401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/medications/marks/                          401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/medications/notes/                          401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/medications/notes/                           401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/medications/notes/                       401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/medications/notes/                          401  404  404  404  405  405  405  405  404  404  404
GET    goals/                                                     401  200  200  200  404  404  404  404  404  404  404
POST   goals/                                                     401  201  201  201  404  404  404  404  404  404  404
other  goals/                                                     401  405  405  405  404  404  404  404  404  404  404
GET    clients/{maya}/goals/                                      401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/goals/                                       401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/goals/                                   401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/goals/                                      401  404  404  404  201  201  404  404  404  404  404
POST   clients/{ben}/goals/                                       401  404  404  404  404  404  201  404  404  404  404
POST   clients/{nothing}/goals/                                   401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/goals/                                      401  404  404  404  405  405  405  405  404  404  404
GET    goals/{maya's goal}/                                       401  404  200  404  200  200  404  404  404  404  404
GET    goals/{nothing}/                                           401  404  404  404  404  404  404  404  404  404  404
PUT    goals/{maya's goal}/                                       401  404  200  404  200  200  404  404  404  404  404
PUT    goals/{nothing}/                                           401  404  404  404  404  404  404  404  404  404  404
other  goals/{maya's goal}/                                       401  405  405  405  405  405  405  405  405  405  405
POST   goals/{maya's goal}/end/                                   401  404  200  404  200  200  404  404  404  404  404
POST   goals/{nothing}/end/                                       401  404  404  404  404  404  404  404  404  404  404
other  goals/{maya's goal}/end/                                   401  405  405  405  405  405  405  405  405  405  405
POST   goals/{maya's ended goal}/reopen/                          401  404  200  404  200  200  404  404  404  404  404
POST   goals/{nothing}/reopen/                                    401  404  404  404  404  404  404  404  404  404  404
other  goals/{maya's ended goal}/reopen/                          401  405  405  405  405  405  405  405  405  405  405
POST   goals/{maya's goal}/steps/                                 401  404  201  404  201  201  404  404  404  404  404
POST   goals/{nothing}/steps/                                     401  404  404  404  404  404  404  404  404  404  404
other  goals/{maya's goal}/steps/                                 401  405  405  405  405  405  405  405  405  405  405
GET    goals/{maya's goal}/history/                               401  404  200  404  200  200  404  404  404  404  404
GET    goals/{nothing}/history/                                   401  404  404  404  404  404  404  404  404  404  404
other  goals/{maya's goal}/history/                               401  405  405  405  405  405  405  405  405  405  405
PUT    goal-steps/{maya's step}/                                  401  404  200  404  200  200  404  404  404  404  404
PUT    goal-steps/{nothing}/                                      401  404  404  404  404  404  404  404  404  404  404
DELETE goal-steps/{maya's step}/                                  401  404  204  404  204  204  404  404  404  404  404
DELETE goal-steps/{nothing}/                                      401  404  404  404  404  404  404  404  404  404  404
other  goal-steps/{maya's step}/                                  401  405  405  405  405  405  405  405  405  405  405
GET    goal-of-day/{a day}/                                       401  404  200  404  404  404  404  404  404  404  404
PUT    goal-of-day/{a day}/                                       401  200  200  200  404  404  404  404  404  404  404
other  goal-of-day/{a day}/                                       401  405  405  405  404  404  404  404  404  404  404
GET    tasks/                                                     401  200  200  200  404  404  404  404  404  404  404
other  tasks/                                                     401  405  405  405  404  404  404  404  404  404  404
GET    tasks/mine/                                                401  404  404  404  200  200  200  200  404  404  404
other  tasks/mine/                                                401  404  404  404  405  405  405  405  404  404  404
PUT    tasks/{maya's task}/                                       401  404  404  404  200  200  404  404  404  404  404
PUT    tasks/{nothing}/                                           401  404  404  404  404  404  404  404  404  404  404
other  tasks/{maya's task}/                                       401  404  404  404  405  405  405  405  404  404  404
POST   tasks/{maya's own task}/move/                              401  404  200  404  404  404  404  404  404  404  404
POST   tasks/{maya's task}/move/                                  401  404  404  404  404  404  404  404  404  404  404
POST   tasks/{nothing}/move/                                      401  404  404  404  404  404  404  404  404  404  404
other  tasks/{maya's own task}/move/                              401  405  405  405  404  404  404  404  404  404  404
GET    tasks/{maya's own task}/history/                           401  404  200  404  200  200  404  404  404  404  404
GET    tasks/{maya's task}/history/                               401  404  404  404  200  200  404  404  404  404  404
GET    tasks/{nothing}/history/                                   401  404  404  404  404  404  404  404  404  404  404
other  tasks/{maya's own task}/history/                           401  405  405  405  405  405  405  405  405  405  405
GET    clients/{maya}/tasks/                                      401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/tasks/                                       401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/tasks/                                   401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/tasks/                                      401  404  404  404  201  201  404  404  404  404  404
POST   clients/{ben}/tasks/                                       401  404  404  404  404  404  201  404  404  404  404
POST   clients/{nothing}/tasks/                                   401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/tasks/                                      401  404  404  404  405  405  405  405  404  404  404
GET    referrals/                                                 401  200  200  200  404  404  404  404  404  404  404
other  referrals/                                                 401  405  405  405  404  404  404  404  404  404  404
PUT    referrals/{maya's referral}/                               401  404  404  404  200  200  404  404  404  404  404
PUT    referrals/{nothing}/                                       401  404  404  404  404  404  404  404  404  404  404
other  referrals/{maya's referral}/                               401  404  404  404  405  405  405  405  404  404  404
GET    referrals/{maya's shown referral}/history/                 401  404  200  404  200  200  404  404  404  404  404
GET    referrals/{maya's referral}/history/                       401  404  404  404  200  200  404  404  404  404  404
GET    referrals/{nothing}/history/                               401  404  404  404  404  404  404  404  404  404  404
other  referrals/{maya's referral}/history/                       401  405  405  405  405  405  405  405  405  405  405
GET    clients/{maya}/referrals/                                  401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/referrals/                                   401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/referrals/                               401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/referrals/                                  401  404  404  404  201  201  404  404  404  404  404
POST   clients/{ben}/referrals/                                   401  404  404  404  404  404  201  404  404  404  404
POST   clients/{nothing}/referrals/                               401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/referrals/                                  401  404  404  404  405  405  405  405  404  404  404
GET    discharge-suggestions/                                     401  200  200  200  404  404  404  404  404  404  404
other  discharge-suggestions/                                     401  405  405  405  404  404  404  404  404  404  404
GET    clients/{maya}/discharge-suggestions/                      401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/discharge-suggestions/                       401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/discharge-suggestions/                   401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/discharge-suggestions/                      401  404  404  404  405  405  405  405  404  404  404
"""


def objects() -> dict[str, Any]:
    """Return one of everything under the names that the table uses; runs as the owner."""
    maya, okafor = (User.objects.get(pk=demo.key(name)) for name in ("maya", "okafor"))
    made = rows.one_of_each(maya, okafor)
    ended = rows.goal(maya, maya, ended_at=STORY_TIME, ended_by=maya, end="reached")
    own_task = rows.task(maya, okafor, owner=maya, for_client=True)
    shown = rows.referral(maya, okafor, for_client=True)
    pill = rows.medication(
        maya,
        okafor,
        active_from=STORY_TIME.date() - timedelta(days=9),
        weekdays=[1, 2, 3, 4, 5, 6, 7],
    )
    for row in (ended, own_task, shown, pill):
        row.save(force_insert=True)
    return {
        "maya's medication": pill.pk,
        "maya's note": made["MedicationNote"].pk,
        "maya's goal": made["Goal"].pk,
        "maya's ended goal": ended.pk,
        "maya's step": made["GoalStep"].pk,
        "maya's task": made["Task"].pk,
        "maya's own task": own_task.pk,
        "maya's referral": made["Referral"].pk,
        "maya's shown referral": shown.pk,
        "a call": _call().pk,
        "a closed call": _call(
            closed_at=STORY_TIME, closed_by_id=demo.key("ada"), outcome="reached"
        ).pk,
    }


def _call(**changes: Any) -> CallRequest:
    return CallRequest.objects.create(
        name="Ana", phone="+16175550142", contact_digest=str(uuid4()), best_time="any", language="en",
        asked_at=STORY_TIME, **changes,
    )  # fmt: skip


BODIES = (
    (".*close/", lambda: {"outcome": "reached"}),
    ("PUT .*marks/", lambda: {"on": days_ago(0), "mark": "taken"}),
    ("POST .*medications/{.*}/notes/", words.note),
    ("(PUT medications|POST clients/.*medications)/.*", words.medication),
    ("POST goals/.*end/", lambda: {"end": "reached"}),
    ("POST goals/.*steps/", lambda: {"text": "Write to her"}),
    ("PUT goals/.*", lambda: {"title": "See Luz in spring"}),
    ("POST .*goals/", words.goal),
    ("POST tasks/.*move/", lambda: {"state": "doing"}),
    ("(PUT tasks|POST clients/.*tasks)/.*", words.task),
    ("(PUT referrals|POST clients/.*referrals)/.*", words.referral),
)
