"""Thanks, encouragement and milestones: said by a person's own press, seen while it is shared."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from core.identity import as_relative, be_person
from core.models import AuditEntry
from family.access import milestones, thanks
from family.models import Category, Encouragement, NoteChoice, SharedMilestone, ThankYou
from tests.conftest import as_owner
from tests.family.between import HOUR, end_sharing, sent
from tests.family.sharing import bare, share
from tests.http import Browser
from tests.story import STORY_TIME

CANARY = "the note nobody else reads"


@pytest.fixture
def thanked(maya, sister):
    """Ines, with whom Maya shares thanks and milestones."""
    return share(
        "maya", sister, categories=[Category.MESSAGE_OF_THANKS, Category.SOBRIETY_MILESTONE]
    )


def seen_by(person, client):
    be_person(person.pk)
    return thanks.shown_to(person.pk, client.pk)


def test_maya_thanks_ines_and_ines_reads_it(maya, sister, thanked):
    body = sent(to=str(sister.pk), phrase="thanks-for-listening", text="Sunday was good.")

    first, again = (Browser(maya).post("/thanks/", body) for _ in range(2))

    assert (first.status, again.status) == (201, 200)
    assert first.body["words"] == "Thank you for listening."
    (shown,) = seen_by(sister, maya)
    assert (shown["phrase"], shown["text"]) == ("thanks-for-listening", "Sunday was good.")


def test_the_words_of_a_note_are_sealed_in_the_database(maya, sister, thanked):
    Browser(maya).post("/thanks/", sent(to=str(sister.pk), text=CANARY))

    with as_owner():
        (stored,) = ThankYou.objects.extra(select={"raw": "text"}).values_list("raw", flat=True)
    assert CANARY not in stored


def test_nobody_but_ines_and_maya_reads_it(request, maya, sister, rosa, thanked):
    Browser(maya).post("/thanks/", sent(to=str(sister.pk), text=CANARY))

    for name in ("rosa", "tom", "ben", "okafor", "ada", "stranger"):
        be_person(request.getfixturevalue(name).pk)
        assert not ThankYou.objects.exists(), name
        with as_relative():
            assert not ThankYou.objects.values("id").exists(), name


def test_what_maya_takes_back_is_shown_no_more(maya, sister, thanked):
    note = Browser(maya).post("/thanks/", sent(to=str(sister.pk), text="Hello")).body

    taken = Browser(maya).post(f"/thanks/{note['id']}/withdraw/")

    assert taken.status == 204
    assert seen_by(sister, maya) == []
    assert Browser(maya).get("/thanks/").body["results"] == []


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("/thanks/", {"phrase": "thank-you"}),
        ("/shared-milestones/", {"phrase": "goal"}),
        ("/call-me/", {}),
    ],
)
def test_without_the_category_nothing_can_be_sent(maya, rosa, sister, path, more):
    """The demo's consent for Rosa names none of these; Ines has none at all."""
    to = [str(rosa.pk)] if "milestones" in path else str(rosa.pk)
    nobody = [str(sister.pk)] if "milestones" in path else str(sister.pk)

    refused = Browser(maya).post(path, sent(to=to, **more))
    missing = Browser(maya).post(path, sent(to=nobody, **more))

    assert (refused.status, refused.body["code"]) == (409, "not_shared")
    assert missing.status == 404


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "text"), ({"text": "   "}, "text"), ({"phrase": "no-such"}, "phrase"),
        ({"text": "x" * 501}, "text"), ({"phrase": 7}, "phrase"), ({"mood": 3}, "mood"),
    ],
)  # fmt: skip
def test_a_note_says_something_and_not_too_much(maya, sister, thanked, said, field):
    answer = Browser(maya).post("/thanks/", sent(to=str(sister.pk), **said))

    assert answer.status == 400
    assert field in answer.body["fields"]


def test_notes_end_with_the_sharing(maya, sister, thanked):
    Browser(maya).post("/thanks/", sent(to=str(sister.pk), text="Hello"))
    end_sharing(thanked)

    assert seen_by(sister, maya) == []
    assert Browser(maya).post("/thanks/", sent(to=str(sister.pk), text="x")).status == 409


def test_a_preview_reads_what_the_relative_reads(maya, sister, thanked):
    Browser(maya).post("/thanks/", sent(to=str(sister.pk), phrase="thank-you", text="Yes"))
    read = seen_by(sister, maya)
    be_person(maya.pk)

    assert thanks.shown_to(sister.pk, maya.pk, as_previewed=True) == read != []


# Milestones: never computed, told person by person.


def test_maya_tells_ines_and_not_rosa_of_a_milestone(maya, sister, rosa, thanked):
    said = sent(to=[str(sister.pk)], phrase="days-well", days=30)

    answer = Browser(maya).post("/shared-milestones/", said)

    assert answer.status == 201
    assert [one["words"] for one in answer.body["shared"]] == ["30 days well"]
    be_person(sister.pk)
    assert [row["days"] for row in milestones.shown_to(sister.pk, maya.pk)] == [30]
    be_person(rosa.pk)
    assert milestones.shown_to(rosa.pk, maya.pk) == []


def test_nothing_but_the_press_makes_a_milestone(maya, sister, thanked, week):
    """Two weeks well, and a consent: still nothing is there until Maya presses."""
    be_person(sister.pk)

    assert milestones.shown_to(sister.pk, maya.pk) == []


def test_all_are_told_or_none(maya, sister, rosa, thanked):
    to = [str(sister.pk), str(rosa.pk)]

    answer = Browser(maya).post("/shared-milestones/", sent(to=to, phrase="goal"))

    assert answer.status == 409
    with as_owner():
        assert not SharedMilestone.objects.exists()


@pytest.mark.parametrize("said", [{"phrase": "days-well"}, {"phrase": "goal", "days": 3}])
def test_days_belong_to_the_phrase_that_counts_them(maya, sister, thanked, said):
    answer = Browser(maya).post("/shared-milestones/", sent(to=[str(sister.pk)], **said))

    assert answer.status == 400
    assert "days" in answer.body["fields"]


def test_a_step_on_the_way_is_shared_by_its_name_and_nothing_of_what_it_rests_on(
    maya, sister, thanked
):
    phrases = Browser(maya).get("/family-phrases/").body
    said = sent(to=[str(sister.pk)], phrase="steadier-sleep")

    assert Browser(maya).post("/shared-milestones/", said).status == 201

    assert {"slug": "steadier-sleep", "words": "Better sleep", "days": False} in phrases["steps"]
    with as_owner():
        type(sister).objects.filter(pk=sister.pk).update(language="es")
        sister.refresh_from_db()
    card = Browser(sister).get(f"/family/shared/{maya.pk}/").body
    (shown,) = card["sobriety_milestone"]
    assert (shown["words"], shown["text"]) == ("Mejor sueño", "")


@pytest.mark.parametrize("slug", ["fewer-cravings", "calmer", "lighter-mood"])
def test_a_step_that_rests_on_urges_or_questionnaires_has_no_name_to_share(
    maya, sister, thanked, slug
):
    answer = Browser(maya).post("/shared-milestones/", sent(to=[str(sister.pk)], phrase=slug))

    assert (answer.status, list(answer.body["fields"])) == (400, ["phrase"])
    steps = Browser(maya).get("/family-phrases/").body["steps"]
    assert slug not in {one["slug"] for one in steps}


def test_a_milestone_taken_back_is_gone(maya, sister, thanked):
    body = sent(to=[str(sister.pk)], text="I slept at home again")
    (row,) = Browser(maya).post("/shared-milestones/", body).body["shared"]

    assert Browser(maya).post(f"/shared-milestones/{row['id']}/withdraw/").status == 204

    be_person(sister.pk)
    assert milestones.shown_to(sister.pk, maya.pk) == []


# Encouragement: the same answer whether or not it is read.


def encourage(person, client, **said):
    return Browser(person).post("/family/encouragements/", sent(client=str(client.pk), **said))


def read_by(client):
    return [one["text"] for one in Browser(client).get("/encouragements/").body["results"]]


def test_a_note_rests_until_maya_chooses_to_read(maya, rosa):
    unread = encourage(rosa, maya, text="I think of you")
    before = read_by(maya)
    Browser(maya).send("PUT", f"/encouragements/choices/{rosa.pk}/", {"receives": True})
    read = encourage(rosa, maya, text="Good night")

    assert before == []
    assert sorted(read_by(maya)) == ["Good night", "I think of you"]
    assert bare(unread) == bare(read)


def test_a_refusal_is_invisible_to_rosa(maya, rosa):
    Browser(maya).send("PUT", f"/encouragements/choices/{rosa.pk}/", {"receives": False})

    refused = encourage(rosa, maya, phrase="proud")

    assert refused.status == 200
    assert refused.body["received"] is True
    be_person(rosa.pk)
    assert not NoteChoice.objects.exists()


def test_maya_sees_whose_notes_she_reads(maya, rosa):
    people = Browser(maya).get("/encouragements/choices/").body["people"]

    assert {one["receives"] for one in people} == {False}
    assert "Rosa Torres" in {one["name"] for one in people}


def test_maya_chooses_only_about_people_she_knows(maya, sister):
    path = f"/encouragements/choices/{sister.pk}/"

    assert Browser(maya).send("PUT", path, {"receives": True}).status == 404


def test_a_note_needs_a_sharing_in_force_and_all_refusals_look_alike(maya, ben, rosa, tom, sister):
    answers = [encourage(tom, maya, phrase="proud"), encourage(sister, maya, phrase="proud")]
    answers.append(encourage(rosa, ben, phrase="proud"))

    assert {answer.status for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_row_security_refuses_a_note_to_somebody_who_shares_nothing(maya, ben, rosa):
    values = {"submission_id": maya.pk, "phrase": "proud", "written_at": STORY_TIME}
    be_person(rosa.pk)

    with pytest.raises(DatabaseError, match="row-level"), transaction.atomic(), as_relative():
        Encouragement(client=ben, writer=rosa, **values).save(force_insert=True)
    with pytest.raises(DatabaseError, match="row-level"), transaction.atomic(), as_relative():
        Encouragement(client=maya, writer_id=ben.pk, **values).save(force_insert=True)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Encouragement(client=maya, writer=rosa, **values).save(force_insert=True)


def test_ten_notes_a_day_are_enough(maya, rosa):
    answers = [encourage(rosa, maya, phrase="proud").status for _ in range(11)]

    assert answers == [200] * 10 + [429]


def test_the_form_says_that_nobody_reads_it_in_a_hurry(rosa):
    form = Browser(rosa).get("/family/encouragements/").body

    assert "Nobody reads this in a hurry" in form["words"]
    assert "988" in form["words"]
    assert form["phrases"]


def test_each_note_leaves_an_audit_entry_without_words(maya, rosa, sister, thanked):
    Browser(maya).post("/thanks/", sent(to=str(sister.pk), text=CANARY))
    encourage(rosa, maya, text=CANARY)

    with as_owner():
        entries = AuditEntry.objects.filter(client_ids__contains=[maya.pk], action="create")
        subjects = set(entries.values_list("subject", flat=True))
    assert {"family_thankyou", "family_encouragement"} <= subjects


# What can never be true.

PAIR = {"submission_id": "00000000-0000-4000-8000-000000000001", "phrase": "x"}


@pytest.mark.parametrize(
    ("model", "changes", "name"),
    [
        (ThankYou, {"phrase": ""}, "family_thankyou_says_something"),
        (ThankYou, {"recipient": "maya"}, "family_thankyou_to_somebody_else"),
        (Encouragement, {"phrase": ""}, "family_encouragement_says_something"),
        (Encouragement, {"writer": "maya"}, "family_encouragement_from_somebody_else"),
        (SharedMilestone, {"phrase": ""}, "family_sharedmilestone_says_something"),
        (SharedMilestone, {"recipient": "maya"}, "family_sharedmilestone_to_somebody_else"),
        (SharedMilestone, {"days": 0}, "family_sharedmilestone_days_that_can_be"),
    ],
)
def test_the_database_refuses(maya, rosa, model, changes, name):
    other, moment = {
        ThankYou: ("recipient", "written_at"),
        Encouragement: ("writer", "written_at"),
        SharedMilestone: ("recipient", "shared_at"),
    }[model]
    changed = {key: maya if value == "maya" else value for key, value in changes.items()}
    values = {**PAIR, "client": maya, other: rosa, moment: STORY_TIME, **changed}

    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.create(**values)


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (ThankYou, "family_thankyou_once_a_submission"),
        (Encouragement, "family_encouragement_once_a_submission"),
        (SharedMilestone, "family_sharedmilestone_once_a_person"),
    ],
)
def test_one_submission_is_one_row(maya, rosa, model, name):
    other = "writer" if model is Encouragement else "recipient"
    moment = "shared_at" if model is SharedMilestone else "written_at"
    values = {**PAIR, "client": maya, other: rosa, moment: STORY_TIME}

    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        [model.objects.create(**{**values, moment: STORY_TIME + n * HOUR}) for n in (0, 1)]


def test_there_is_one_choice_about_a_person(maya, rosa):
    values = {"client": maya, "writer": rosa, "receives": True, "decided_at": STORY_TIME}

    with (
        as_owner(),
        pytest.raises(IntegrityError, match="family_notechoice_one_per_person"),
        transaction.atomic(),
    ):
        [NoteChoice.objects.create(**values) for _ in range(2)]
