"""Load our sample of the notice to patients, marked as such, while there is no notice yet."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from core import clock
from core.audit import Actor
from program.selectors import program_day
from records.models import PatientNotice
from records.services import Draft, publish_notice

FILE = Path(__file__).resolve().parents[2] / "content" / "notice.json"


class Command(BaseCommand):
    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        if PatientNotice.objects.exists():
            return
        content = json.loads(FILE.read_text(encoding="utf-8"))
        at = clock.now()
        draft = Draft(effective_on=program_day(at), sample=True, **content)
        publish_notice(draft=draft, actor=Actor(role="records"), at=at)
        self.stdout.write("Loaded the sample notice. Publish your own before anybody is admitted.")
