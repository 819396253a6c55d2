"""A process of its own that guesses a password some times and prints what it was answered."""

import json
import sys

import django


def main(email: str, times: int) -> None:
    """Guess so many times at one address; each answer is a line."""
    django.setup()
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    for _ in range(times):
        answer = client.post(
            "/_allauth/browser/v1/auth/login",
            json.dumps({"email": email, "password": "not the password"}),
            content_type="application/json",
        )
        print(answer.json()["errors"][0]["code"])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
