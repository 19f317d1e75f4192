"""How small a group may be and still be shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Smallest:
    """Fewest people of a group that is shown.

    Attributes:
        personal: of groups of persons, such as a gender, a role or an age.
        collective: of partners: teams and organisations.
    """

    personal: int = 3
    collective: int = 1


DEFAULT = Smallest()
