"""Run by the journeys in a process of its own: found a partnership, ask its first person in, say her link."""

import os

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")
django.setup()

from datetime import date  # noqa: E402

from cairn.access.actor import MACHINE  # noqa: E402
from cairn.kernel import clock  # noqa: E402
from cairn.partnership.commands import accounts, area  # noqa: E402
from cairn.partnership.links import full_link  # noqa: E402
from cairn.partnership.models import Message, User  # noqa: E402

call_command("migrate", verbosity=0)
area.found_partnership(
    name="Borsetshire Safeguarding Children Partnership",
    short_name="BSCP",
    council_name="Borsetshire Council",
    email="office@borsetshire.example",
    arrangements_started_on=date(2019, 9, 29),
    first=area.FirstPerson("Bea Manager", "bea@borsetshire.example"),
    by=MACHINE,
    at=clock.now(),
)
accounts.start_recovery(User.unscoped.get(), by=MACHINE, at=clock.now())
message = Message.unscoped.get()
os.write(1, full_link(message.link, message.to_user).encode())
