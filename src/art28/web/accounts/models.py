"""Organisations, people and memberships; the base of every row that belongs to an organisation."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from art28.web.accounts.rights import RIGHTS, Right, Role
from art28.web.database.identifiers import new_id


class Organisation(models.Model):
    """A tenant. Nothing of one organisation is ever visible in another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=60, unique=True)
    language = models.CharField(max_length=2, default="nl")
    time_zone = models.CharField(max_length=40, default="Europe/Amsterdam")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class OrganisationRow(models.Model):
    """A row that belongs to an organisation. Reads are scoped by it in SQL; `database.triggers` holds references to it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class UserManager(BaseUserManager["User"]):
    """Makes people; e-mail addresses are kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person who signs in with `email`; without a password only a link by mail opens the account."""
        if not email:
            raise ValueError("a user needs an e-mail address")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who signs in. One person may work in several organisations, with a role in each."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, blank=True, default="")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="accounts_user_email_once"),)

    def __str__(self) -> str:
        return self.name or self.email


def display(user: User) -> str:
    """What the interface calls `user`."""
    return str(user)


class Membership(OrganisationRow):
    """A person's role in an organisation; a left member keeps the row with `ended_at` set."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "user"), name="accounts_membership_once"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="accounts_membership_role"),
        )

    def __str__(self) -> str:
        return f"{self.user} ({self.role})"

    def may(self, right: Right) -> bool:
        """Whether this member's role has `right`."""
        return right in RIGHTS[self.role]


class Team(OrganisationRow):
    """People of an organisation who see to the same things; one that was given up keeps the row with `ended_at` set."""

    name = models.CharField(max_length=80)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "name"), condition=models.Q(ended_at=None), name="accounts_team_name_once"
            ),
        )

    def __str__(self) -> str:
        return self.name


class TeamMember(OrganisationRow):
    """That a member belongs to a team."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="members")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("team", "membership"), name="accounts_team_member_once"),)

    def __str__(self) -> str:
        return f"{self.membership_id} in {self.team_id}"


class Invitation(OrganisationRow):
    """An invitation by mail. Only a hash of its token is kept; it opens once, before `expires_at`."""

    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=20, choices=Role.choices)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "email"),
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="accounts_invitation_open_once",
            ),
        )

    def __str__(self) -> str:
        return self.email
