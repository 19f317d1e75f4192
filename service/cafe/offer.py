"""Whether a World Café is offered instead of another round with the rubric, and what that rests on."""

from nlp.participation.low_trust import Sign, Voiced, is_about_trust, signs_of_low_trust
from service.analyses.findings import Findings
from service.annotations.feedback_forms import FeedbackForms
from service.names.types import NameKind


def signs(found: Findings, forms: FeedbackForms) -> tuple[Sign, ...]:
    """Return what speaks for low trust in a programme (`signs_of_low_trust`), () where nothing is to be offered."""
    outline = found.at.outline
    also = {each.name: each.spellings for each in outline.names.said if each.kind is NameKind.ELEMENT}
    about = [name for name in outline.elements if is_about_trust((name, *also.get(name, ())))]
    reviews = [review.name for review in outline.reviews]
    voiced = _voiced(found, forms)
    return signs_of_low_trust(found.ratings(), reviews, outline.levels, about, voiced, found.threshold)


def _voiced(found: Findings, forms: FeedbackForms) -> Voiced | None:
    """Return what the newest form that can be read says of whether people could speak."""
    for row in reversed(found.at.forms):
        items = forms.results(found.at.slug, row.code).items
        voice = next((each for each in items if each.item == "voice"), None)
        if voice:
            return Voiced(row.title, voice)
    return None
