"""Who people are: one account each, the roles they hold, and how they were invited."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from core.models import Base


class Role(models.TextChoices):
    CLIENT = "client"
    FAMILY = "family"
    CLINICIAN = "clinician"
    ADMINISTRATOR = "administrator"


STAFF = frozenset({Role.CLINICIAN, Role.ADMINISTRATOR})
SPOKEN = [code for code, _ in settings.LANGUAGES]


class PasswordField(models.CharField):  # type: ignore[type-arg]  # not subscriptable at run time
    """The hash of a password. A row that is read brings it to whose it is, and to sign-in alone.

    The app's role may not read the column. A function of the database reads it, with a role that
    sees the row of whoever asks and, while somebody signs in, every row.
    """

    def select_format(self, compiler: Any, sql: str, params: Any) -> tuple[str, Any]:
        """Ask the function instead of the column, and only where it would answer."""
        row = f'{sql.rpartition(".")[0]}."id"'
        at_the_door = "app_person() IS NULL AND coalesce(app_system(), 'accounts') = 'accounts'"
        may = f"{row} = app_person() OR ({at_the_door})"
        return f"CASE WHEN {may} THEN accounts_password_of({row}) ELSE '' END", params

    def deconstruct(self) -> Any:
        """Be a plain text to migrations: only reading is special."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class UserManager(BaseUserManager["User"]):
    """Looks people up by e-mail, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, Base):
    """One person. A person may be a client, and a family member of another client."""

    password = PasswordField("password", max_length=128)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120)
    roles = ArrayField(models.CharField(max_length=20, choices=Role))
    timezone = models.CharField(max_length=64, default="America/New_York")
    language = models.CharField(max_length=8, default="en")
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    class Privacy:
        identity = ("email", "name", "password")
        operational = (
            "id", "created_at", "roles", "timezone", "language", "is_active", "last_login",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_one_per_email"),
            models.CheckConstraint(
                condition=Q(roles__contained_by=[role.value for role in Role])
                & Q(roles__len__gt=0),
                name="accounts_user_has_known_roles",
            ),
        ]

    def has_role(self, role: Role) -> bool:
        """Say whether this person holds that role."""
        return role.value in self.roles

    @property
    def is_demo(self) -> bool:
        """Say whether this is one of the demo's cast: their domain is reserved and nobody's."""
        return self.email.lower().endswith("@example.org")

    @property
    def is_staff_member(self) -> bool:
        """Say whether this person works for the program, and so needs a second factor."""
        return bool(STAFF & set(self.roles))


class Invitation(Base):
    """One person asked to open an account. The secret itself is never stored."""

    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=120)
    roles = ArrayField(models.CharField(max_length=20, choices=Role))
    # Of the message, of the page that its link opens, and of the account.
    language = models.CharField(max_length=8, default="en")
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    token_digest = models.CharField(max_length=64, unique=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        identity = ("email", "name", "accepted_by")
        operational = (
            "id", "created_at", "roles", "language", "invited_by", "invited_at", "expires_at",
            "token_digest", "accepted_at", "withdrawn_at", "withdrawn_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="accounts_invitation_accepted_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("invited_at")),
                name="accounts_invitation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False, accepted_at=None),
                name="accounts_invitation_withdrawn_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(language__in=SPOKEN), name="accounts_invitation_in_a_language_we_speak"
            ),
        ]
