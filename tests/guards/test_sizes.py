"""Files and functions stay small enough to be read in one go."""

import ast

from tests.guards.house import PACKAGES, ROOT, module_of, python_files, tree_of

FILE_LINES, TEST_FILE_LINES, FUNCTION_LINES = 300, 400, 40
LONGER: dict[str, str] = {
    # "module" or "module.function": why it reads better in one piece
    "tests.core.test_row_security": "one row of each table, and who must not see it",
}


def _too_long():
    for path in python_files(*PACKAGES, "tests"):
        source, module = path.read_text(), module_of(path)
        limit = TEST_FILE_LINES if module.startswith("tests") else FILE_LINES
        lines = source.count("\n")
        if lines > limit:
            yield module, lines
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > FUNCTION_LINES:
                    yield f"{module}.{node.name}", length


def test_files_and_functions_are_short():
    assert {name: lines for name, lines in _too_long() if name not in LONGER} == {}


def test_no_exception_to_the_sizes_is_stale():
    assert set(LONGER) - {name for name, _ in _too_long()} == set()


def test_every_module_says_in_its_first_lines_what_lives_there():
    silent = [
        str(path.relative_to(ROOT))
        for path in python_files(*PACKAGES)
        if tree_of(path).body and ast.get_docstring(tree_of(path)) is None
    ]

    assert silent == []
