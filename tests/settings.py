"""The settings, on servers of one's own: two processes of tests do not share what they write."""

import os

from backend.launch_database import database_name, with_database

NUMBER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
SUFFIX = f"_gw{NUMBER}"

url = os.environ["DATABASE_URL"]
if NUMBER and not database_name(url).endswith(SUFFIX):  # the launcher has copied the database
    os.environ["DATABASE_URL"] = with_database(url, f"{database_name(url)}{SUFFIX}")
    os.environ["REDIS_URL"] = with_database(os.environ["REDIS_URL"], str(NUMBER))

from backend.settings import *  # noqa: E402, F403  (they read the addresses)

# Every browser of a test loads the middleware anew: it looks for a file when one is asked for, and
# does not list the thousand of the web app each time.
WHITENOISE_AUTOREFRESH = True
