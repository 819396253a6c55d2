"""A person and a note, without row security, audit, outbox or encryption."""

import uuid

from django.contrib.auth.models import AbstractBaseUser
from django.db import models


class Person(AbstractBaseUser):
    # Django reads a session's key as one of the project's own user model, which has this type.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"


class Note(models.Model):
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    on = models.DateField()
    mood = models.PositiveSmallIntegerField()
    text = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)
