"""Statements written once, planned once on each connection, and sent several in one message.

Writing a query's text and planning it costs several times what running it does, and each answer
that is waited for costs as much again. A Statement's text is kept by the process; a connection
prepares it on first use. Only for the busiest paths, and not behind a pooler that shares
connections between transactions.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection
from django.db.models import Expression, QuerySet
from django.db.models.query import get_related_populators

Shape = Callable[[Iterable[Any]], list[Any]]
_numbers = count(1)
_prepared: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


class Given(Expression):
    """Stands in a query for the value in this place, counted from 1."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        return f"${self.place}", []


class Statement:
    """SQL with $1, $2, … for what is given with each use."""

    def __init__(self, text: str = "") -> None:
        self.name = f"statement_{next(_numbers)}"
        self._text = text
        self.shape: Shape = list

    def written(self) -> tuple[str, Sequence[Any]]:
        """Return the text, and the values in it that are the same at each use."""
        return self._text, ()

    def of(self, *values: Any) -> "Filled":
        """Return this statement with its values, for `ask`."""
        return Filled(self, values)


class Selection(Statement):
    """A statement that is given as a query of the ORM for whole rows, and answers with them."""

    def __init__(self, query: Callable[[], QuerySet[Any, Any]]) -> None:
        super().__init__()
        self._query = query

    def written(self) -> tuple[str, Sequence[Any]]:
        compiler = self._query().query.get_compiler(connection=connection)
        written: tuple[str, Sequence[Any]] = compiler.as_sql()
        self.shape = _shape_of(compiler)
        return written


@dataclass(frozen=True)
class Filled:
    """A statement and the values of one use."""

    statement: Statement
    values: Sequence[Any]

    @property
    def call(self) -> str:
        """What runs it on a connection that has prepared it."""
        places = ", ".join(["%s"] * len(self.values))
        return f"EXECUTE {self.statement.name}" + (f"({places})" if places else "")


def ask(*filled: Filled) -> list[list[Any]]:
    """Run statements in one message, each after the one before; return the rows of each.

    Each sees what the ones before it waited for and did, as if they had been sent one by one.
    """
    return _send(filled, lambda statement, cursor: statement.shape(cursor.fetchall()))


def tell(filled: Filled) -> None:
    """Run a statement that answers nothing."""
    _send([filled], lambda statement, cursor: None)


def _send(filled: Sequence[Filled], read: Callable[[Statement, Any], Any]) -> list[Any]:
    values = [value for one in filled for value in one.values]
    answers = []
    with connection.cursor() as cursor:
        for one in filled:
            _prepare(one.statement, cursor)
        cursor.execute("; ".join(one.call for one in filled), values)
        for one in filled:
            answers.append(read(one.statement, cursor))
            cursor.nextset()
    return answers


def _prepare(statement: Statement, cursor: Any) -> None:
    known = _prepared.setdefault(connection.connection, set())
    if statement.name not in known:
        text, constants = statement.written()
        cursor.execute(f"PREPARE {statement.name} AS {text}", constants)
        known.add(statement.name)


def _shape_of(compiler: Any) -> Shape:
    # What ModelIterable does with an answer, less what no selection here uses.
    converters = compiler.get_converters([column for column, *_ in compiler.select])

    def converted(rows: Iterable[Any]) -> Iterable[Any]:
        return compiler.apply_converters(rows, converters) if converters else rows

    model, places = compiler.klass_info["model"], compiler.klass_info["select_fields"]
    names = [compiler.select[place][0].target.attname for place in places]
    related = get_related_populators(  # type: ignore[call-arg]  # the types are of a later Django
        compiler.klass_info, compiler.select, connection.alias
    )

    def to_model(row: Sequence[Any]) -> Any:
        made = model.from_db(connection.alias, names, row[: len(names)])
        for populator in related:
            populator.populate(row, made)
        return made

    return lambda rows: [to_model(row) for row in converted(rows)]
