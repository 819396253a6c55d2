"""How often, how long: bounds of what passes between people. Pure; every number here is chosen."""

from datetime import timedelta

DAY = timedelta(days=1)
MOST_THANKS_A_DAY = 20
MOST_ENCOURAGEMENTS_A_DAY = 10  # from one person to one client
MOST_MILESTONES_A_DAY = 20
MOST_CALLS_A_DAY = 10  # to one person
CALL_IS_OPEN = DAY  # then it is over, answered or not
MOST_TEAM_NOTES_A_DAY = 5
MOST_URGENT_NOTES_A_DAY = 20  # a person who is afraid for somebody is not sent off
MOST_STRAIN_A_DAY = 5
REMIND_BEFORE = DAY  # of a meeting
MOST_SHOWN = 20
