"""`art28 organisation`: makes an organisation and its first owner, who then invites the others."""

import argparse

from art28.cli.application import ready
from art28.cli.errors import UsageError


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "organisation",
        help="make an organisation and its first owner",
        description=(
            "Makes the organisation NAME with one owner, and prints the password with which that person signs in the first "
            "time. The owner invites the others in the web application."
        ),
    )
    parser.add_argument("name", metavar="NAME", help="the organisation, as its agreements name it")
    parser.add_argument("--owner", metavar="EMAIL", required=True, help="the owner's e-mail address")
    parser.add_argument("--owner-name", metavar="NAME", required=True, help="the owner's name")
    parser.add_argument("--slug", help="its short name in commands (default: made from NAME)")
    parser.add_argument(
        "--language",
        choices=("nl", "en"),
        default="nl",
        help="its language in notices and screens (default: %(default)s)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make both, or neither."""
    ready()
    import secrets

    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.db import transaction
    from django.utils import timezone
    from django.utils.text import slugify

    from art28.web.accounts import actions
    from art28.web.accounts.access import SYSTEM
    from art28.web.accounts.models import Organisation, User
    from art28.web.accounts.rights import Role

    slug = options.slug or slugify(options.name)
    if not slug or slug != slugify(slug):
        raise UsageError(f"{options.slug or options.name}: write --slug in lower-case letters, digits and hyphens")
    try:
        validate_email(options.owner)
    except ValidationError as error:
        raise UsageError(f"{options.owner} is no e-mail address") from error
    now, password = timezone.now(), secrets.token_urlsafe(18)
    with transaction.atomic():
        if Organisation.objects.filter(slug=slug).exists():
            raise UsageError(f"there is an organisation {slug} already; choose another --slug")
        known = User.objects.filter(email=options.owner.lower()).first()
        owner = known or actions.create_user(options.owner, options.owner_name, password=password, now=now)
        organisation = actions.create_organisation(options.name, slug, now=now, language=options.language)
        actions.add_member(organisation, owner, Role.OWNER, actor=SYSTEM, now=now)
    print(f"{options.name} ({slug}) is there, with {owner.email} as its owner.")
    print("They sign in as before." if known else f"First password: {password}  (change it after signing in)")
    return 0
