"""A Celery task that does nothing: what one task for each message would cost at the least."""

import os

from celery import Celery

app = Celery("noop", broker=os.environ.get("REDIS_URL", ""))
app.conf.update(
    task_serializer="json",
    accept_content=["json"],
    task_ignore_result=True,
    task_acks_late=True,
    task_default_queue="noop",
    worker_prefetch_multiplier=64,  # kinder to it than what the program itself uses
    broker_connection_retry_on_startup=True,
)


@app.task(name="noop.nothing")
def nothing(delivery_id: str) -> None:
    """Take an id and do nothing."""
