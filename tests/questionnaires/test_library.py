# ruff: noqa: E501  (tables are read across)
"""Import, preview, activate, retire, licence: what Ada can do, and what she is refused and why."""

import json

import pytest
from django.core.management import CommandError, call_command

from questionnaires.models import Questionnaire
from tests.conftest import as_owner
from tests.questionnaires.files import changed, choice, instrument, number, phq_9, text, whole

pytestmark = pytest.mark.django_db
VERSIONS = "/questionnaire-versions/"
OURS = {"key": "small", "licence": "public_domain"}


@pytest.fixture
def office(browser, ada):
    """Ada at her desk."""
    return browser(ada)


def stored() -> int:
    with as_owner():
        return Questionnaire.objects.count()


def send(office, resource, path=VERSIONS, **other):
    return office.post(path, {"file": text(resource), **other})


def test_ada_imports_a_phq_9_with_its_ready_scoring(office):
    answer = send(office, phq_9())

    assert answer.status == 201
    body = answer.body
    assert (body["key"], body["state"], body["licence"]) == (
        "phq-9",
        "imported",
        "free_with_conditions",
    )
    assert body["attribution"] == "Whoever is to be named"
    assert body["scoring_version"].startswith("phq-9-")
    assert (body["scoring"]["low"], body["scoring"]["high"]) == (0, 27)
    assert body["scoring"]["critical"] == [
        {"link_id": "/44260-8", "at_least": 1, "most": 3, "kind": "self_harm"}
    ]
    assert body["form"]["critical_items"] == {"/44260-8": ["LA6569-3", "LA6570-1", "LA6571-9"]}


def test_the_same_file_again_is_the_same_row(office):
    first = send(office, phq_9())
    reordered = json.loads(json.dumps(phq_9(), sort_keys=True))

    again = send(office, reordered)

    assert (again.status, again.body["id"]) == (200, first.body["id"])
    assert stored() == 1


def test_other_content_under_a_known_address_and_version_is_refused(office):
    send(office, phq_9())

    answer = send(office, phq_9(title="Another"))

    assert answer.status == 400
    assert answer.body["problems"][0]["path"] == "$.version"
    assert "imported with another content" in answer.body["detail"]
    assert stored() == 1


def test_a_new_version_stands_beside_the_old_one(office):
    send(office, phq_9())

    answer = send(office, phq_9(version="2", title="Another"))

    assert answer.status == 201
    assert stored() == 2


def test_files_without_an_address_are_told_apart_by_content(office):
    bare = changed(whole(choice("a")), "url", to=None)

    assert send(office, bare, **OURS).status == 201
    assert send(office, bare, **OURS).status == 200
    assert send(office, changed(bare, "title", to="B"), **OURS).status == 201


@pytest.mark.parametrize(
    ("resource", "other", "path", "why"),
    [
        ("no json", {}, "$", "not JSON"),
        (whole(choice("a")), {"licence": "public_domain"}, "key", "short name"),
        (whole(choice("a")), {"key": "small"}, "licence", "under which licence"),
        (whole(choice("a")), {"key": "small", "licence": "free_with_conditions"}, "attribution", "who is to be named"),
        (changed(instrument("audit-c"), "item", 0, "code", 0, "code", to="68517-2"), {}, "$.item", "This is not AUDIT-C: its question 1, 68518-0, is missing"),
        (changed(instrument("audit-c"), "item", 0, "code", 0, "code", to="68517-2"), {}, "$.item[0]", "not one of AUDIT-C's: 68517-2"),
        (changed(phq_9(), "item", 8, to=None), {}, "$.item", "its question 9, 44260-8, is missing"),
        (changed(phq_9(), "item", 1, "code", 0, "code", to="44250-9"), {}, "$.item", "44250-9, stands there twice"),
        (changed(phq_9(), "item", 0, "answerOption", 3, "extension", 0, "valueDecimal", to=4), {}, "$.item[0]", "weigh 0 to 3"),
        (changed(phq_9(), "item", 0, "answerOption", 3, to=None), {}, "$.item[0]", "weigh 0 to 3"),
        (phq_9() | {"item": [*phq_9()["item"], choice("/more")]}, {}, "$.item[11]", "its answers are weighed"),
        (changed(phq_9(), "item", 8, "answerOption", 0, "initialSelected", to=True), {}, "$.item[8]", "begins with an answer that nobody gave"),
        (phq_9(), {"ready_scoring": "gad-7"}, "scoring", "says that it is PHQ-9"),
        (instrument("pcl-5") | {"item": instrument("pcl-5")["item"][1:]}, {}, "$.item", "has 20 questions to sum; here are 19"),
        (changed(phq_9(), "code", to=None), {"key": "p"}, "$.item[9]", "nothing says which questions it sums"),
        (whole(choice("a")), {**OURS, "scoring": {"name": "S", "items": ["z"]}}, "scoring.items[0]", "no question “z”"),
        (whole({"linkId": "a", "type": "string", "text": "?"}), {**OURS, "scoring": {"name": "S", "items": ["a"]}}, "scoring.items[0]", "weigh is not known"),
        (whole(number("a", 10_001)), {**OURS, "scoring": {"name": "S", "items": ["a"]}}, "scoring.items[0]", "weigh is not known"),
        (whole(number("a", 10_001)), {**OURS, "scoring": {"name": "S", "critical": [{"link_id": "a", "at_least": 1, "kind": "other"}]}}, "scoring.critical[0]", "is not known"),
        (whole(number("a", 10_000)), {**OURS, "scoring": {"name": "S", "items": ["a"], "multiplier": 100}}, "scoring.multiplier", "more than 999999"),
        (phq_9(), {"scoring": {"name": "S", "items": ["/44250-9"]}}, "scoring", "its own scoring"),
    ],
)  # fmt: skip
def test_what_cannot_be_imported_is_refused_whole(office, resource, other, path, why):
    body = {"file": resource if isinstance(resource, str) else text(resource), **other}

    answer = office.post(VERSIONS, body)

    assert (answer.status, answer.body["code"]) == (400, "invalid")
    found = [(one["path"], one["sentence"]) for one in answer.body["problems"]]
    assert any(one == path and why in sentence for one, sentence in found), found
    assert answer.body["fields"][path]
    assert stored() == 0
    assert office.post(f"{VERSIONS}preview/", body).status == 400


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"key": "Not This"}, "key"),
        ({"licence": "mine"}, "licence"),
        ({"ready_scoring": "isi"}, "ready_scoring"),
        ({"ready_scoring": "who-5", "scoring": {"name": "S"}}, "scoring"),
        ({"colour": "blue"}, "colour"),
    ],
)
def test_a_wrong_wish_is_refused_by_field(office, wrong, field):
    answer = send(office, whole(choice("a")), **{**OURS, **wrong})

    assert (answer.status, list(answer.body["fields"])) == (400, [field])


def test_a_who_5_is_scored_by_the_key_that_ada_chooses(office):
    answer = send(office, instrument("who-5"), ready_scoring="who-5")

    assert (answer.status, answer.body["key"]) == (201, "who-5")
    assert [band["word"] for band in answer.body["scoring"]["bands"]] == [
        "low well-being", "well-being not low",
    ]  # fmt: skip


def test_ada_writes_a_scoring_of_her_own(office):
    scoring = {
        "name": "Our week", "items": ["a", "b"], "reversed": ["b"],
        "bands": [{"from": 0, "to": 2, "word": "fine"}, {"from": 3, "to": 6, "word": "hard"}],
        "critical": [{"link_id": "a", "at_least": 3, "kind": "other"}],
    }  # fmt: skip

    answer = send(office, whole(choice("a"), choice("b")), **OURS, scoring=scoring)

    assert answer.status == 201
    assert answer.body["scoring"]["items"][1]["weights"]["LA6568-5"] == 3
    assert answer.body["scoring"]["high"] == 6
    assert answer.body["scoring_version"].startswith("own-")


def test_a_question_of_self_harm_is_critical_in_any_questionnaire(office):
    answer = send(office, whole(choice("x", code="44260-8")), **OURS)

    assert answer.status == 201
    assert (answer.body["scored"], answer.body["scoring"]["critical"][0]["kind"]) == (
        False,
        "self_harm",
    )


def test_a_preview_stores_nothing(office):
    answer = send(office, phq_9(), path=f"{VERSIONS}preview/")

    assert (answer.status, answer.body["known"], answer.body["key"]) == (200, False, "phq-9")
    assert len(answer.body["form"]["items"]) == 10
    assert stored() == 0


@pytest.mark.parametrize("licence", ["permission_needed", "not_available"])
def test_an_instrument_without_a_licence_cannot_be_activated(office, licence):
    row = send(office, whole(choice("a")), key="isi-like", licence=licence).body

    answer = office.post(f"{VERSIONS}{row['id']}/activate/")

    assert (answer.status, answer.body["code"]) == (409, "licence_forbids")
    changed_ = office.post(
        f"{VERSIONS}{row['id']}/licence/", {"licence": "free_with_conditions", "attribution": "N."}
    )
    assert (changed_.status, changed_.body["attribution"]) == (200, "N.")
    assert office.post(f"{VERSIONS}{row['id']}/activate/").body["state"] == "active"


def test_an_active_questionnaire_keeps_a_licence_that_allows_it(office, phq):
    path = f"{VERSIONS}{phq.pk}/licence/"

    assert office.post(path, {"licence": "permission_needed"}).body["code"] == "licence_forbids"
    assert office.post(f"{VERSIONS}{phq.pk}/retire/").body["state"] == "retired"
    assert office.post(path, {"licence": "permission_needed"}).status == 200


def test_conditions_need_somebody_to_name(office):
    row = send(office, whole(choice("a")), key="a", licence="public_domain").body

    answer = office.post(f"{VERSIONS}{row['id']}/licence/", {"licence": "free_with_conditions"})

    assert (answer.status, list(answer.body["fields"])) == (400, ["attribution"])


def test_activating_a_new_version_takes_out_the_old_one(office, importing, phq):
    newer = importing(phq_9(version="2"))

    states = {row["version"]: row["state"] for row in office.get(VERSIONS).body["results"]}
    assert states == {"1": "retired", "2": "active"}
    assert office.post(f"{VERSIONS}{newer.pk}/activate/").status == 200
    assert office.post(f"{VERSIONS}{phq.pk}/retire/").body["code"] == "already_retired"


def test_a_version_in_another_language_is_active_beside_it(importing, office, phq):
    importing(phq_9(version="1-es", language="es"))

    assert {row["state"] for row in office.get(VERSIONS).body["results"]} == {"active"}


def test_clinicians_see_what_can_be_asked(browser, okafor, importing, phq):
    importing(whole(choice("a")), activate=False, **OURS)

    (row,) = browser(okafor).get("/questionnaires/").body["results"]

    assert (row["key"], row["scored"], len(row["bands"])) == ("phq-9", True, 5)


def test_a_file_beyond_any_form_is_refused_in_words(office):
    answer = office.post(VERSIONS, {"file": "x" * (3 * 1024 * 1024)})

    assert (answer.status, answer.body["code"]) == (413, "too_large")


def run(path, *options):
    with as_owner():
        call_command("import_questionnaire", str(path), *options)


def test_an_operator_imports_by_a_command(tmp_path, capsys):
    path = tmp_path / "phq.json"
    path.write_text(text(phq_9()))

    run(path, "--check")
    assert stored() == 0
    run(path)
    run(path)

    assert stored() == 1
    assert "was imported before" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["{", text(changed(phq_9(), "item", 8, to=None)), text({})])
def test_the_command_refuses_with_path_and_sentence(tmp_path, content):
    path = tmp_path / "bad.json"
    path.write_text(content)

    with pytest.raises(CommandError, match=r"(?s)Nothing was imported\..*\$.*: "):
        run(path)
    assert stored() == 0


def test_the_command_says_when_there_is_no_such_file(tmp_path):
    with pytest.raises(CommandError, match="could not be read"):
        run(tmp_path / "none.json")
