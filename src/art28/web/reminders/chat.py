"""A text -> a chat, through Apprise where it is installed (`art28[chat]`). Which services and hosts may be used is held here.

An Apprise address can name any host and any scheme, also ones that read files or speak to this machine. So only chats are
taken; a chat with a server of one's own only where the operator named that host (ART28_CHAT_HOSTS).
"""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from art28.web.notices.transport import Outcome


@dataclass(frozen=True, slots=True)
class Service:
    """A chat: its plugin of Apprise, loaded alone, and whether its host stands in the address (else Apprise fixes it)."""

    module: str
    name: str
    own_host: bool = False


_SLACK = Service("slack", "NotifySlack")
_DISCORD = Service("discord", "NotifyDiscord")
_GOOGLE_CHAT = Service("google_chat", "NotifyGoogleChat")
_WEBEX = Service("webexteams", "NotifyWebexTeams")
_MATTERMOST = Service("mattermost", "NotifyMattermost", own_host=True)
_ROCKET_CHAT = Service("rocketchat", "NotifyRocketChat", own_host=True)
_MATRIX = Service("matrix", "NotifyMatrix", own_host=True)
_NEXTCLOUD_TALK = Service("nextcloudtalk", "NotifyNextcloudTalk", own_host=True)
_NTFY = Service("ntfy", "NotifyNtfy", own_host=True)
_GOTIFY = Service("gotify", "NotifyGotify", own_host=True)
_TEAMS = Service("workflows", "NotifyWorkflows", own_host=True)

SERVICES = {
    "slack": _SLACK,
    "discord": _DISCORD,
    "gchat": _GOOGLE_CHAT,
    "tgram": Service("telegram", "NotifyTelegram"),
    "wxteams": _WEBEX,
    "pover": Service("pushover", "NotifyPushover"),
    "mmost": _MATTERMOST,
    "mmosts": _MATTERMOST,
    "rocket": _ROCKET_CHAT,
    "rockets": _ROCKET_CHAT,
    "matrix": _MATRIX,
    "matrixs": _MATRIX,
    "nctalk": _NEXTCLOUD_TALK,
    "nctalks": _NEXTCLOUD_TALK,
    "ntfy": _NTFY,
    "ntfys": _NTFY,
    "gotify": _GOTIFY,
    "gotifys": _GOTIFY,
    "workflows": _TEAMS,
}
"""By the scheme of an Apprise address."""

WEBHOOKS = {
    "hooks.slack.com": _SLACK,
    "discord.com": _DISCORD,
    "chat.googleapis.com": _GOOGLE_CHAT,
    "webexapis.com": _WEBEX,
}
"""By the host of a webhook as the chat itself shows it."""

# Others name files to read or switch certificates off.
_PARAMETERS = frozenset({"channel", "channels", "to", "thread", "mode", "region", "footer"})


class InvalidAddress(ValueError):
    """An address that is not taken; the message says to people why, and what is."""


def installed() -> bool:
    """Whether Apprise is there."""
    return find_spec("apprise") is not None


def hint(address: str) -> str:
    """What a person recognises the chat by, without its secret; raises `InvalidAddress`."""
    found, plugin = _plugin(address)
    name = str(plugin.service_name)
    return f"{name} · {plugin.host}" if found.own_host else name


def send(address: str, *, title: str, body: str) -> Outcome:
    """Put a text in a chat. Apprise says no more than whether it worked, so a refusal is never final."""
    if not installed():
        return Outcome(accepted=False, error="Apprise is not installed")
    try:
        _found, plugin = _plugin(address)
    except InvalidAddress:
        return Outcome(accepted=False, error="address not allowed", permanent=True)
    accepted = bool(plugin.notify(title=title, body=body))
    return Outcome(accepted=accepted, error="" if accepted else "chat refused")


def _plugin(address: str) -> tuple[Service, Any]:
    if not installed():
        raise InvalidAddress(
            _("Chat is not installed on this server. Whoever runs it can add it: pip install art28[chat].")
        )
    parts = urlsplit(address)
    unknown = set(parse_qs(parts.query, keep_blank_values=True)) - _PARAMETERS
    if unknown:
        raise InvalidAddress(
            _("The address holds a setting that is not taken: %(names)s.") % {"names": ", ".join(sorted(unknown))}
        )
    found = SERVICES.get(parts.scheme) or (WEBHOOKS.get(parts.hostname or "") if parts.scheme == "https" else None)
    plugin = _instance(found, address) if found else None
    if found is None or plugin is None:
        raise InvalidAddress(
            _(
                "This is no address of a chat that art28 knows. Known are Slack, Microsoft Teams, Discord, Google Chat, "
                "Telegram, Webex, Pushover, Mattermost, Rocket.Chat, Matrix, Nextcloud Talk, ntfy and Gotify."
            )
        )
    if found.own_host and plugin.host not in settings.CHAT_HOSTS:
        raise InvalidAddress(
            _("The server %(host)s is not allowed yet. Whoever runs art28 adds it to ART28_CHAT_HOSTS.")
            % {"host": plugin.host or "?"}
        )
    return found, plugin


def _instance(found: Service, address: str) -> Any:
    """The plugin with what the address says; None where it says too little."""
    made = getattr(import_module(f"apprise.plugins.{found.module}"), found.name)
    given = made.parse_native_url(address) if address.startswith("https://") else made.parse_url(address)
    try:
        return made(**given) if given else None
    except TypeError:  # what Apprise raises for a part that is missing or malformed
        return None
