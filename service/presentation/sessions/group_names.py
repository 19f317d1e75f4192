"""What the groups of a roster are called on a page."""

from markupsafe import Markup

from nlp.participation.groups.compare import NOT_ON_ROSTER, NOT_STATED
from nlp.statistics.pooling import OTHER
from service.presentation.i18n import Language
from service.presentation.text import name

POOLED = {OTHER, NOT_STATED, NOT_ON_ROSTER}


def group_name(group: str, language: Language) -> Markup:
    """Return the name of a group; pools of people in the reader's language."""
    pools = {
        OTHER: language.gettext("other"),
        NOT_STATED: language.gettext("not stated"),
        NOT_ON_ROSTER: language.gettext("not on the roster"),
    }
    return pools.get(group) or name(group)
