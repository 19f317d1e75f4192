"""The page of one review."""

from markupsafe import Markup

from service.presentation.i18n import Language
from service.reviews.types import PlannedReview


def review_lead(review: PlannedReview, language: Language) -> Markup:
    """Return the sentence that the page begins with."""
    day = language.date(review.date)
    if review.is_held:
        return (
            language.gettext("It was held on {date}.", date=day)
            if len(review.date) > len("2026-03")
            else (language.gettext("It was held in {date}.", date=day) if day else language.gettext("It was held."))
        )
    if not day:
        return language.gettext("It is to come.")
    hours = language.duration(sum(part.minutes for part in review.agenda) * 60)
    return language.gettext("It is planned for {date} and takes {duration}.", date=day, duration=hours)
