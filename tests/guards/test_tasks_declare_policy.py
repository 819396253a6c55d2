"""A task says how it fails: acknowledged late, ended in time, one call long, in the schedule."""

import ast
import inspect
from datetime import timedelta

import pytest

from backend.celery import app
from backend.schedule import SCHEDULE
from tests.guards.house import APPS

app.loader.import_default_modules()
TASKS = {name: task for name, task in app.tasks.items() if name.split(".")[0] in APPS}
STATEMENTS = 8


@pytest.mark.parametrize("name", TASKS)
def test_a_task_survives_the_death_of_its_worker(name):
    task = TASKS[name]

    assert task.acks_late
    assert app.conf.task_reject_on_worker_lost


@pytest.mark.parametrize("name", TASKS)
def test_a_task_ends_before_the_broker_would_hand_it_out_again(name):
    task = TASKS[name]

    assert task.time_limit
    assert task.time_limit <= app.conf.broker_transport_options["visibility_timeout"]


@pytest.mark.parametrize("name", TASKS)
def test_a_task_is_named_after_its_app_and_function_and_is_short(name):
    function = ast.parse(inspect.getsource(TASKS[name].run)).body[0]

    assert name == f"{TASKS[name].run.__module__.split('.')[0]}.{function.name}"
    assert function.end_lineno - function.lineno < STATEMENTS


@pytest.mark.parametrize("name", TASKS)
def test_a_task_takes_no_words_of_anybody(name):
    assert list(inspect.signature(TASKS[name].run).parameters) == []


def test_every_task_is_in_the_schedule_and_the_schedule_names_real_tasks():
    assert {entry["task"] for entry in SCHEDULE.values()} == set(TASKS)


@pytest.mark.parametrize("entry", SCHEDULE)
def test_a_scheduled_run_that_was_not_taken_up_is_dropped(entry):
    expires = SCHEDULE[entry]["options"]["expires"]

    assert timedelta(0) < timedelta(seconds=expires) <= timedelta(hours=1)
