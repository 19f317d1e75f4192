"""What every page inside a programme is given beside its own view."""

from service.access.permissions import access_of
from service.access.types import OWN_MACHINE

AROUND = {"switch": (), "access": access_of(OWN_MACHINE), "reader": OWN_MACHINE, "renewed": None}
