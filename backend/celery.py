"""The Celery app: queues, JSON only, late acknowledgement. What runs when is in schedule.py."""

import os

from celery import Celery

from backend.schedule import SCHEDULE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.settings")

app = Celery("foothold")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    task_serializer="json",
    accept_content=["json"],
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    # Tasks are idempotent and end within a minute, so five minutes never starts one twice.
    broker_transport_options={"visibility_timeout": 300, "socket_timeout": 5},
    beat_schedule=SCHEDULE,
    beat_max_loop_interval=5,
)
APPS_WITH_TASKS = "core delivery family program admissions alerts progress reminders records"
app.autodiscover_tasks(APPS_WITH_TASKS.split())
