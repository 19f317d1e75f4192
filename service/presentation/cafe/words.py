"""What a seating does, in sentences: who meets how many, how mixed the tables are, what a swap costs."""

from collections.abc import Iterator

from markupsafe import Markup

from nlp.seating.types import Mixing, Seating
from service.cafe.cafes import Tried
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language


def in_a_sentence(found: Seating, language: Language) -> Markup:
    """Return how many others everybody meets, and by what every table is mixed."""
    others = len({name for table in found.rounds[-1] for name in table.people}) - 1
    return Markup(" ").join([_meets(found, others, language), *_mixed(found, language)])


def how_near(found: Seating, language: Language) -> Markup:
    """Return how far a plan is from the best that there can be."""
    if found.met >= found.most:
        return language.gettext("Nobody can meet more with so many people, tables and rounds.")
    return language.gettext("{met} pairs meet; no plan can let more than {most} meet.", met=found.met, most=found.most)


def cost(tried: Tried, language: Language) -> Markup:
    """Return what it costs if two people change places."""
    now, then = tried.now, tried.then
    less = now.met - then.met
    if less > 0:
        met = language.ngettext("{n} pair fewer would meet.", "{n} pairs fewer would meet.", less)
    elif less < 0:
        met = language.ngettext("{n} pair more would meet.", "{n} pairs more would meet.", -less)
    else:
        met = language.gettext("As many pairs would meet as now.")
    changed = [_worse(before, after, language) for before, after in zip(now.mixing, then.mixing, strict=True)]
    return Markup(" ").join([met, *filter(None, changed)])


def _meets(found: Seating, others: int, language: Language) -> Markup:
    if found.fewest_met == found.most_met:
        return language.gettext("Everybody meets {n} of the {others} others.", n=found.fewest_met, others=others)
    return language.gettext(
        "Everybody meets {fewest} to {most} of the {others} others.",
        fewest=found.fewest_met,
        most=found.most_met,
        others=others,
    )


def _mixed(found: Seating, language: Language) -> Iterator[Markup]:
    mixed = [attribute_name(each.attribute, language) for each in found.mixing if not each.of_one_group]
    if mixed:
        yield language.gettext("Every table is mixed by {attributes}.", attributes=language.list(mixed))
    for each in found.mixing:
        if each.of_one_group:
            yield _of_one(each, language)


def _of_one(mixing: Mixing, language: Language) -> Markup:
    count, attribute = mixing.of_one_group, attribute_name(mixing.attribute, language)
    if count <= mixing.unavoidable:
        return language.ngettext(
            "{n} table is of one {attribute}; with these people it cannot be fewer.",
            "{n} tables are of one {attribute}; with these people it cannot be fewer.",
            count,
            attribute=attribute,
        )
    return language.ngettext(
        "{n} table is of one {attribute}.", "{n} tables are of one {attribute}.", count, attribute=attribute
    )


def _worse(before: Mixing, after: Mixing, language: Language) -> Markup | None:
    if before.of_one_group == after.of_one_group:
        return None
    attribute = attribute_name(after.attribute, language)
    if not after.of_one_group:
        return language.gettext("Then every table would be mixed by {attribute}.", attribute=attribute)
    return language.ngettext(
        "Then {n} table would be of one {attribute}.",
        "Then {n} tables would be of one {attribute}.",
        after.of_one_group,
        attribute=attribute,
    )
