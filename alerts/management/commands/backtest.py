"""Tries a version of the warning rules on past days, here or from a table, before it warns."""

from argparse import ArgumentParser
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from alerts import services
from alerts.models import RuleFamily
from alerts.warning import table
from core import clock
from program.selectors import last_day_over


class Command(BaseCommand):
    help = "Try a version of the warning rules on past days; the line for chance stands beside."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--version-name", "--rules", required=True, help="such as baseline-2")
        parser.add_argument("--family", default=RuleFamily.SCORE, choices=RuleFamily.values)
        parser.add_argument("--since", type=date.fromisoformat, help="first day; 84 days ago")
        parser.add_argument(
            "--until", type=date.fromisoformat, help="last day; yesterday, where every program is"
        )
        parser.add_argument("--csv", type=Path, help=f"a table: {', '.join(table.COLUMNS)}")

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = services.Wanted(options["family"], options["version_name"])
        until = options["until"] or last_day_over(clock.now())
        since = options["since"] or until - timedelta(days=83)
        try:
            if options["csv"]:
                result = services.try_table_of(wanted, text=options["csv"].read_text())
            else:
                self.stdout.write(f"{since} to {until}")
                result = services.try_here(wanted, since=since, until=until, say=self._say)
        except (services.VersionUnknown, services.TableUnreadable) as error:
            raise CommandError(error.detail) from None
        self._print(result)

    def _say(self, done: int, of: int) -> None:
        self.stderr.write(f"{done} of {of} clients")

    def _print(self, result: dict[str, Any]) -> None:
        caught, lines = result["sensitivity"], []
        lines.append(f"{result['clients']} clients, {result['client_days']} client-days")
        lines.append(
            f"warnings: {result['alarms']}, {result['per_week_mean']} a week,"
            f" {result['per_client_month']} a client-month"
            f" (false: {result['false_per_client_month']}),"
            f" {result['per_clinician_week']} a clinician and week"
        )
        lines.append(
            f"caught within 7 days before use: {caught['share']}"
            f" [{caught['low']}-{caught['high']}] of {caught['of']};"
            f" chance at this rate: {result['chance_sensitivity']}"
        )
        lines.append(
            f"median lead: {result['lead_days']} days; chance: {result['chance_lead_days']} days"
        )
        lines.append(f"against the live version: {result['added']} more, {result['removed']} fewer")
        self.stdout.write("\n".join(lines))
