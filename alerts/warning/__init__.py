"""The warning score: many days of many clients in, points and their reasons out. Pure.

It says whom it is worth checking in with, never what will happen. parameters.py holds every
number, window.py what is looked at, score.py the points, anchored.py the chart against a good
period, explain.py the words, budget.py the limits, replay.py past days.
"""
