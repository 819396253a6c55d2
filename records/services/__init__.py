"""Work on records, one call each."""

from datetime import datetime

from records.services.breaches import (
    Known,
    Place,
    deadlines_of,
    warn_of_late_notices,
    write_breach,
)
from records.services.clinical import Sheet, plan_paper, prep_paper
from records.services.complaints import Grievance, answer_complaint, complain
from records.services.corrections import (
    Statement,
    add_statement,
    answer_statement,
    print_statements,
    statements_copy,
)
from records.services.exports import (
    ask_for_export,
    delete_export,
    make_exports,
    open_export,
    sweep_exports,
)
from records.services.notices import (
    Draft,
    acknowledge_notice,
    give_on_paper,
    note_undelivered,
    publish_notice,
    put_notice_off,
    rests,
    send_notice,
    show_notice,
)
from records.services.packing import file_name
from records.services.requests import (
    Asking,
    answer_access,
    ask_for_access,
    extend_access,
    warn_of_late_requests,
)


def warn_of_deadlines(*, at: datetime) -> int:
    """Tell administrators of what is late; return of how many."""
    return warn_of_late_requests(at=at) + warn_of_late_notices(at=at)


__all__ = [
    "Asking",
    "Draft",
    "Grievance",
    "Known",
    "Place",
    "Sheet",
    "Statement",
    "acknowledge_notice",
    "add_statement",
    "answer_access",
    "answer_complaint",
    "answer_statement",
    "ask_for_access",
    "ask_for_export",
    "complain",
    "deadlines_of",
    "delete_export",
    "extend_access",
    "file_name",
    "give_on_paper",
    "make_exports",
    "note_undelivered",
    "open_export",
    "plan_paper",
    "prep_paper",
    "print_statements",
    "publish_notice",
    "put_notice_off",
    "rests",
    "send_notice",
    "show_notice",
    "statements_copy",
    "sweep_exports",
    "warn_of_deadlines",
    "warn_of_late_notices",
    "warn_of_late_requests",
    "write_breach",
]
