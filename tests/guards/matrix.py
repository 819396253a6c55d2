# ruff: noqa: E501  (a table is read across)
"""Who gets what from every route: the table that test_access_matrix.py holds the program to.

Columns are the cast; a row is a method, an address and an object. `{maya's …}` and the like are
filled in by the test. The method `other` stands for every method that has no row of its own.
"""

from tests.guards.areas import AREAS

PEOPLE = (
    "nobody", "stranger", "maya", "ben", "okafor", "nadia", "lee", "grace", "rosa", "tom", "ada",
)  # fmt: skip

#                                             nobody  stranger  maya  ben  okafor  nadia  lee  grace  rosa  tom  ada
TABLE = """
GET   me/                                        401       200   200  200     200    200  200    200   200  200  200
other me/                                        401       405   405  405     405    405  405    405   405  405  405
PUT   me/language/                               401       204   204  204     204    204  204    204   204  204  204
other me/language/                               401       405   405  405     405    405  405    405   405  405  405
GET   me/sign-ins/                               401       200   200  200     200    200  200    200   200  200  200
DELETE me/sign-ins/                              401       204   204  204     204    204  204    204   204  204  204
other me/sign-ins/                               401       405   405  405     405    405  405    405   405  405  405
DELETE me/sign-ins/{maya's sign-in}/             401       404   204  404     404    404  404    404   404  404  404
DELETE me/sign-ins/{no sign-in}/                 401       404   404  404     404    404  404    404   404  404  404
other me/sign-ins/{maya's sign-in}/              401       405   405  405     405    405  405    405   405  405  405
GET   sessions/                                  401       200   200  200     404    404  404    404   404  404  404
other sessions/                                  401       405   405  405     404    404  404    404   404  404  404
GET   skills/                                    401       200   200  200     200    200  200    200   200  200  200
other skills/                                    401       405   405  405     405    405  405    405   405  405  405
GET   skills/{a skill}/                          401       200   200  200     200    200  200    200   200  200  200
GET   skills/{no skill}/                         401       404   404  404     404    404  404    404   404  404  404
other skills/{a skill}/                          401       405   405  405     405    405  405    405   405  405  405
GET   practices/                                 401       200   200  200     404    404  404    404   404  404  404
POST  practices/                                 401       201   201  201     404    404  404    404   404  404  404
other practices/                                 401       405   405  405     404    404  404    404   404  404  404
GET   help-now/                                   401       400   400  400     404     404  404    404    404  404  404
other help-now/                                   401       405   405  405     404     404  404    404    404  404  404
GET   help-now/effects/                           401       200   200  200     404     404  404    404    404  404  404
other help-now/effects/                           401       405   405  405     404     404  404    404    404  404  404
GET   skills/mine/                                401       200   200  200     404     404  404    404    404  404  404
other skills/mine/                                401       405   405  405     404     404  404    404    404  404  404
GET   skills/today/                               401       200   200  200     404     404  404    404    404  404  404
other skills/today/                               401       405   405  405     404     404  404    404    404  404  404
POST  practices/{maya's practice}/share/          401       404   200  404     404     404  404    404    404  404  404
POST  practices/{nothing}/share/                  401       404   404  404     404     404  404    404    404  404  404
DELETE practices/{maya's practice}/share/          401       404   200  404     404     404  404    404    404  404  404
DELETE practices/{nothing}/share/                  401       404   404  404     404     404  404    404    404  404  404
other practices/{maya's practice}/share/          401       405   405  405     404     404  404    404    404  404  404
GET   clients/{maya}/practices/                   401       404   404  404     200     200  404    404    404  404  404
GET   clients/{ben}/practices/                    401       404   404  404     404     404  200    404    404  404  404
GET   clients/{nothing}/practices/                401       404   404  404     404     404  404    404    404  404  404
other clients/{maya}/practices/                   401       404   404  404     405     405  405    405    404  404  404
GET   clients/{maya}/skills/                      401       404   404  404     200     200  404    404    404  404  404
GET   clients/{ben}/skills/                       401       404   404  404     404     404  200    404    404  404  404
GET   clients/{nothing}/skills/                   401       404   404  404     404     404  404    404    404  404  404
other clients/{maya}/skills/                      401       404   404  404     405     405  405    405    404  404  404
GET   clients/{maya}/assignments/                 401       404   404  404     200     200  404    404    404  404  404
GET   clients/{ben}/assignments/                  401       404   404  404     404     404  200    404    404  404  404
GET   clients/{nothing}/assignments/              401       404   404  404     404     404  404    404    404  404  404
POST  clients/{maya}/assignments/                 401       404   404  404     201     201  404    404    404  404  404
POST  clients/{ben}/assignments/                  401       404   404  404     404     404  201    404    404  404  404
POST  clients/{nothing}/assignments/              401       404   404  404     404     404  404    404    404  404  404
other clients/{maya}/assignments/                 401       404   404  404     405     405  405    405    404  404  404
GET   assignments/                                401       200   200  200     404     404  404    404    404  404  404
other assignments/                                401       405   405  405     404     404  404    404    404  404  404
DELETE assignments/{maya's assignment}/            401       404   404  404     204     204  404    404    404  404  404
DELETE assignments/{ben's assignment}/             401       404   404  404     404     404  204    404    404  404  404
DELETE assignments/{nothing}/                      401       404   404  404     404     404  404    404    404  404  404
other assignments/{maya's assignment}/            401       404   404  404     405     405  405    405    404  404  404
POST  assignments/{maya's assignment}/skip/       401       404   200  404     404     404  404    404    404  404  404
POST  assignments/{ben's assignment}/skip/        401       404   404  200     404     404  404    404    404  404  404
POST  assignments/{nothing}/skip/                 401       404   404  404     404     404  404    404    404  404  404
other assignments/{maya's assignment}/skip/       401       405   405  405     404     404  404    404    404  404  404
GET   exercises/                                  401       404   404  404     404     404  404    404    404  404  200
POST  exercises/                                  401       404   404  404     404     404  404    404    404  404  201
other exercises/                                  401       404   404  404     404     404  404    404    404  404  405
POST  exercises/preview/                          401       404   404  404     404     404  404    404    404  404  200
other exercises/preview/                          401       404   404  404     404     404  404    404    404  404  405
PUT   exercises/{our exercise}/                   401       404   404  404     404     404  404    404    404  404  200
PUT   exercises/{a skill}/                        401       404   404  404     404     404  404    404    404  404  404
PUT   exercises/{no skill}/                       401       404   404  404     404     404  404    404    404  404  404
other exercises/{our exercise}/                   401       404   404  404     404     404  404    404    404  404  405
POST  exercises/{our exercise}/retire/            401       404   404  404     404     404  404    404    404  404  200
POST  exercises/{a skill}/retire/                 401       404   404  404     404     404  404    404    404  404  404
POST  exercises/{no skill}/retire/                401       404   404  404     404     404  404    404    404  404  404
other exercises/{our exercise}/retire/            401       404   404  404     404     404  404    404    404  404  405
GET   support-people/                                    401  200  200  200  404  404  404  404  404  404  404
POST  support-people/                                    401  201  201  201  404  404  404  404  404  404  404
other support-people/                                    401  405  405  405  404  404  404  404  404  404  404
PUT   support-people/{maya's sister}/                    401  404  200  404  404  404  404  404  404  404  404
DELETE support-people/{maya's sister}/                    401  404  204  404  404  404  404  404  404  404  404
PUT   support-people/{nothing}/                          401  404  404  404  404  404  404  404  404  404  404
other support-people/{maya's sister}/                    401  405  405  405  404  404  404  404  404  404  404
GET   plans/{safety}/                                    401  404  200  404  404  404  404  404  404  404  404
PUT   plans/{relapse}/                                   401  403  201  201  404  404  404  404  404  404  404
PUT   plans/{nothing}/                                   401  403  404  404  404  404  404  404  404  404  404
other plans/{safety}/                                    401  405  405  405  404  404  404  404  404  404  404
POST  plans/{safety}/sign/                               401  403  200  404  404  404  404  404  404  404  404
other plans/{safety}/sign/                               401  405  405  405  404  404  404  404  404  404  404
GET   plans/{safety}/history/                            401  200  200  200  404  404  404  404  404  404  404
other plans/{safety}/history/                            401  405  405  405  404  404  404  404  404  404  404
GET   clients/{maya}/plans/{safety}/                     401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/plans/{safety}/                      401  404  404  404  404  404  404  404  404  404  404
PUT   clients/{maya}/plans/{relapse}/                    401  404  404  404  201  201  404  404  404  404  404
PUT   clients/{ben}/plans/{relapse}/                     401  404  404  404  404  404  201  404  404  404  404
other clients/{maya}/plans/{safety}/                     401  404  404  404  405  405  405  405  404  404  404
POST  clients/{maya}/plans/{safety}/sign/                401  404  404  404  200  200  404  404  404  404  404
other clients/{maya}/plans/{safety}/sign/                401  404  404  404  405  405  405  405  404  404  404
GET   clients/{maya}/plans/{safety}/history/             401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/plans/{safety}/history/              401  404  404  404  404  404  200  404  404  404  404
other clients/{maya}/plans/{safety}/history/             401  404  404  404  405  405  405  405  404  404  404
GET   diary-cards/                                       401  200  200  200  404  404  404  404  404  404  404
other diary-cards/                                       401  405  405  405  404  404  404  404  404  404  404
PUT   diary-cards/{a day}/                               401  403  201  201  404  404  404  404  404  404  404
other diary-cards/{a day}/                               401  405  405  405  404  404  404  404  404  404  404
GET   diary-targets/                                     401  200  200  200  404  404  404  404  404  404  404
other diary-targets/                                     401  405  405  405  404  404  404  404  404  404  404
GET   clients/{maya}/diary-cards/                        401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/diary-cards/                         401  404  404  404  404  404  200  404  404  404  404
other clients/{maya}/diary-cards/                        401  404  404  404  405  405  405  405  404  404  404
GET   clients/{maya}/diary-targets/                      401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/diary-targets/                       401  404  404  404  404  404  200  404  404  404  404
POST  clients/{maya}/diary-targets/                      401  404  404  404  201  201  404  404  404  404  404
POST  clients/{ben}/diary-targets/                       401  404  404  404  404  404  201  404  404  404  404
other clients/{maya}/diary-targets/                      401  404  404  404  405  405  405  405  404  404  404
DELETE clients/{maya}/diary-targets/{maya's target}/      401  404  404  404  200  200  404  404  404  404  404
DELETE clients/{ben}/diary-targets/{maya's target}/       401  404  404  404  404  404  404  404  404  404  404
other clients/{maya}/diary-targets/{maya's target}/      401  404  404  404  405  405  405  405  404  404  404
GET   check-in-form/                                     401  200  200  200  404  404  404  404  404  404  404
other check-in-form/                                     401  405  405  405  404  404  404  404  404  404  404
GET   personal-items/                                    401  200  200  200  404  404  404  404  404  404  404
other personal-items/                                    401  405  405  405  404  404  404  404  404  404  404
GET   clients/{maya}/personal-items/                     401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/personal-items/                      401  404  404  404  404  404  200  404  404  404  404
POST  clients/{maya}/personal-items/                     401  404  404  404  201  201  404  404  404  404  404
POST  clients/{ben}/personal-items/                      401  404  404  404  404  404  201  404  404  404  404
other clients/{maya}/personal-items/                     401  404  404  404  405  405  405  405  404  404  404
PUT   clients/{maya}/personal-items/{maya's item}/       401  404  404  404  200  200  404  404  404  404  404
PUT   clients/{ben}/personal-items/{maya's item}/        401  404  404  404  404  404  404  404  404  404  404
DELETE clients/{maya}/personal-items/{maya's item}/      401  404  404  404  200  200  404  404  404  404  404
DELETE clients/{ben}/personal-items/{maya's item}/       401  404  404  404  404  404  404  404  404  404  404
other clients/{maya}/personal-items/{maya's item}/       401  404  404  404  405  405  405  405  404  404  404
GET   urges/                                             401  200  200  200  404  404  404  404  404  404  404
other urges/                                             401  405  405  405  404  404  404  404  404  404  404
PUT   urges/{a new name}/                                401  403  201  201  404  404  404  404  404  404  404
other urges/{a new name}/                                401  405  405  405  404  404  404  404  404  404  404
GET   clients/{maya}/urges/                              401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/urges/                               401  404  404  404  404  404  200  404  404  404  404
other clients/{maya}/urges/                              401  404  404  404  405  405  405  405  404  404  404
GET   lapses/                                            401  200  200  200  404  404  404  404  404  404  404
other lapses/                                            401  405  405  405  404  404  404  404  404  404  404
GET   lapses/who-sees/                                   401  200  200  200  404  404  404  404  404  404  404
other lapses/who-sees/                                   401  405  405  405  404  404  404  404  404  404  404
PUT   lapses/{a new name}/                               401  403  201  201  404  404  404  404  404  404  404
other lapses/{a new name}/                               401  405  405  405  404  404  404  404  404  404  404
GET   clients/{maya}/lapses/                             401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/lapses/                              401  404  404  404  404  404  200  404  404  404  404
other clients/{maya}/lapses/                             401  404  404  404  405  405  405  405  404  404  404
GET   days-well/                                         401  200  200  200  404  404  404  404  404  404  404
other days-well/                                         401  405  405  405  404  404  404  404  404  404  404
GET   daily-goals/                                       401  200  200  200  404  404  404  404  404  404  404
other daily-goals/                                       401  405  405  405  404  404  404  404  404  404  404
PUT   daily-goals/{a day}/                               401  403  409  409  404  404  404  404  404  404  404
other daily-goals/{a day}/                               401  405  405  405  404  404  404  404  404  404  404
GET   clients/{maya}/daily-goals/                        401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/daily-goals/                         401  404  404  404  404  404  200  404  404  404  404
other clients/{maya}/daily-goals/                        401  404  404  404  405  405  405  405  404  404  404
GET   check-ins/                                 401       200   200  200     404    404  404    404   404  404  404
POST  check-ins/                                 401       403   201  201     404    404  404    404   404  404  404
other check-ins/                                 401       405   405  405     404    404  404    404   404  404  404
POST  check-ins/{maya's check-in}/amendments/    401       404   201  404     404    404  404    404   404  404  404
POST  check-ins/{ben's check-in}/amendments/     401       404   404  201     404    404  404    404   404  404  404
POST  check-ins/{nothing}/amendments/            401       404   404  404     404    404  404    404   404  404  404
other check-ins/{maya's check-in}/amendments/    401       405   405  405     404    404  404    404   404  404  404
GET   clients/{maya}/check-ins/                  401       404   404  404     200    200  404    404   404  404  404
GET   clients/{ben}/check-ins/                   401       404   404  404     404    404  200    404   404  404  404
GET   clients/{nothing}/check-ins/               401       404   404  404     404    404  404    404   404  404  404
other clients/{maya}/check-ins/                  401       404   404  404     405    405  405    405   404  404  404
GET   alerts/                                    401       404   404  404     200    200  200    200   404  404  404
other alerts/                                    401       404   404  404     405    405  405    405   404  404  404
GET   alerts/{maya's alert}/                     401       404   404  404     200    200  404    404   404  404  404
GET   alerts/{ben's alert}/                      401       404   404  404     404    404  200    404   404  404  404
GET   alerts/{nothing}/                          401       404   404  404     404    404  404    404   404  404  404
other alerts/{maya's alert}/                     401       404   404  404     405    405  405    405   404  404  404
POST  alerts/{maya's alert}/acknowledge/         401       404   404  404     200    200  404    404   404  404  404
POST  alerts/{ben's alert}/acknowledge/          401       404   404  404     404    404  200    404   404  404  404
POST  alerts/{nothing}/acknowledge/              401       404   404  404     404    404  404    404   404  404  404
other alerts/{maya's alert}/acknowledge/         401       404   404  404     405    405  405    405   404  404  404
POST  alerts/{maya's alert}/resolve/             401       404   404  404     409    403  404    404   404  404  404
POST  alerts/{maya's answered alert}/resolve/    401       404   404  404     200    200  404    404   404  404  404
POST  alerts/{ben's alert}/resolve/              401       404   404  404     404    404  409    404   404  404  404
POST  alerts/{nothing}/resolve/                  401       404   404  404     404    404  404    404   404  404  404
other alerts/{maya's alert}/resolve/             401       404   404  404     405    405  405    405   404  404  404
GET   schema/                                    200       200   200  200     200    200  200    200   200  200  200
other schema/                                    405       405   405  405     405    405  405    405   405  405  405
"""


def rows() -> list[tuple[str, str, tuple[int, ...]]]:
    """Return (method, address, statuses in the order of PEOPLE) of every line."""
    found = []
    tables = [TABLE, *(area.TABLE for area in AREAS)]
    for line in "\n".join(table.strip() for table in tables).splitlines():
        # Names of objects hold spaces: statuses are the last columns, the method is the first.
        method, rest = line.split(None, 1)
        *address, statuses = rest.split("/ ")
        numbers = tuple(int(status) for status in statuses.split())
        found.append((method, "/ ".join(address) + "/", numbers))
    return found
