"""The names of the attributes that people on a roster and notes can have."""

from markupsafe import Markup

from service.presentation.i18n import Language
from service.presentation.text import name


def attribute_name(attribute: str, language: Language) -> Markup:
    """Return the name of an attribute in the reader's language, as given where the interface does not know it."""
    known = {
        "team": language.gettext("team"),
        "language": language.gettext("language"),
        "gender": language.gettext("gender"),
        "organisation": language.gettext("organisation"),
        "organization": language.gettext("organisation"),
        "role": language.gettext("role"),
        "seniority": language.gettext("seniority"),
        "country": language.gettext("country"),
        "age": language.gettext("age"),
    }
    return known.get(attribute, name(attribute))
