"""Numbers as they are handed in: counts of something, and the smallest group that is shown."""

from numbers import Integral

from nlp.door.wrong import write, wrong_type
from nlp.errors import WrongValue
from nlp.messages import Message, Value
from nlp.smallest import Smallest


def count_of(name: str, value: object, least: int = 0) -> int:
    """Return a whole number.

    Raises:
        WrongType: it is none.
        WrongValue: it is below the least that it may be.
    """
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise wrong_type(name, "int", value, write(f"{name}={max(least, 3)}"))
    if value < least:
        values: dict[str, Value] = {"name": name, "value": str(value), "least": least}
        problem = Message("{name} is {value}, and must be at least {least}", values)
        raise WrongValue("", problem, write(f"{name}={least}"))
    return int(value)


def smallest_of(value: object) -> Smallest:
    """Return the smallest groups that are shown; a number is that of persons.

    Raises:
        WrongType, WrongValue: as `count_of`.
    """
    if isinstance(value, Smallest):
        count_of("smallest.personal", value.personal)
        count_of("smallest.collective", value.collective)
        return value
    return Smallest(personal=count_of("smallest", value))
