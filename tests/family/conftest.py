"""Maya's fortnight, and a relative with whom nobody ever shared anything."""

import pytest
import time_machine

from accounts.models import User
from tests.conftest import as_owner
from tests.family.sharing import write_moods
from tests.story import STORY_TIME


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def sister(db):
    """Ines, who has an account for families and with whom nobody ever shared anything."""
    with as_owner():
        return User.objects.create(email="ines@example.org", name="Ines", roles=["family"])


@pytest.fixture
def week(maya):
    """Maya's last fortnight: a week of fours, then a week of sevens."""
    with as_owner():
        write_moods(maya.pk, {n: 7 if n < 7 else 4 for n in range(14)})
