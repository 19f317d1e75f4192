"""From what is wanted to tables: at first, once more, and on the day when people are missing or come late."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from nlp.documents.types import Person
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.seating import Table, seat_people
from nlp.seating.seat import MOST_ROUNDS
from nlp.seating.swap import swap_people
from service.cafe.types import LONGEST_QUESTION, MOST_MINUTES, CafePlan, Coming, NewCafe
from service.programmes.snapshot import LONGEST_NAME, Snapshot

ORGANISATION, TEAM = "organisation", "team"
_AFTER_A_NAME = str.maketrans(dict.fromkeys(";\t،", ","))


def typed_people(text: str) -> tuple[Coming, ...]:
    """Return those whom somebody typed, one a line; what stands behind a comma is their organisation."""
    lines = (line.translate(_AFTER_A_NAME).partition(",") for line in text.splitlines())
    said = (Coming(" ".join(name.split()), " ".join(rest.split())) for name, _, rest in lines)
    return tuple(each for each in said if each.name)


def people_of(at: Snapshot, coming: Iterable[Coming]) -> tuple[Person, ...]:
    """Return those who come, under the names that they have in the plan, with what rosters say of them."""
    listed = {name_key(spelling): person for person in at.people for spelling in (*person.aliases, person.name)}
    return tuple(_person(at, listed.get(name_key(each.name)), each) for each in coming)


def _person(at: Snapshot, listed: Person | None, coming: Coming) -> Person:
    if listed or not coming.organisation:
        return replace(listed, name=coming.name) if listed else Person(coming.name)
    return Person(coming.name, (), dict.fromkeys((ORGANISATION, TEAM), at.spelling.team(coming.organisation)))


def first_plan(at: Snapshot, new: NewCafe) -> CafePlan:
    """Return a plan as somebody wants it.

    Raises:
        InputError: there are more questions than rounds, a number or a text is out of its bounds, or people cannot be
            seated so (`nlp.seating.seat_people`).
    """
    questions = asked(new.questions, new.rounds)
    plan = CafePlan(_checked(new.coming), new.size, new.minutes, questions, tuple(new.mix), new.hosted)
    _check_minutes(new.minutes)
    return seated(at, plan, 0)


def seated(at: Snapshot, plan: CafePlan, over: int) -> CafePlan:
    """Return a plan with the rounds that are not over seated anew, for those who are coming now.

    Where a round is over, hosts who are still there stay hosts.

    Raises:
        InputError: all rounds are over, or people cannot be seated so.
    """
    left = len(plan.questions) - over
    if left < 1:
        raise InputError("", Message("all rounds are over"), Message("Plan another World Café"))
    people, before = people_of(at, plan.coming), plan.rounds[:over]
    hosts = _hosts(people, plan, before[-1]) if before and plan.hosted else plan.hosted
    found = seat_people(people, plan.size, left, plan.mix, hosts, plan.seed, before)
    return replace(plan, rounds=found.rounds)


def another(at: Snapshot, plan: CafePlan, over: int) -> CafePlan:
    """Return another arrangement of the rounds that are not over."""
    return seated(at, replace(plan, seed=plan.seed + 1), over)


def with_people(at: Snapshot, plan: CafePlan, over: int, coming: Sequence[Coming]) -> CafePlan:
    """Return the plan for those who are there now: some are missing, others came late."""
    return seated(at, replace(plan, coming=_checked(coming)), over)


def swapped(plan: CafePlan, over: int, one: str, other: str, number: int | None) -> CafePlan:
    """Return the plan with two people in each other's places.

    Args:
        plan: as it is.
        over: rounds that are over; nobody moves in them.
        one: name of the first.
        other: name of the second.
        number: of the round, from 1; None for all that are not over.

    Raises:
        InputError: nobody moves.
    """
    open_rounds = range(over, len(plan.rounds))
    numbers = [each for each in open_rounds if number is None or each == number - 1]
    return replace(plan, rounds=swap_people(plan.rounds, one, other, numbers))


def asked(questions: Sequence[str], rounds: int) -> tuple[str, ...]:
    """Return one question for every round: the last one stays where there are fewer, "" where there is none.

    Raises:
        InputError: there are more than rounds, or more rounds than can be; one is too long.
    """
    said = [" ".join(each.split()) for each in questions if each.strip()]
    if not 1 <= rounds <= MOST_ROUNDS:
        problem = Message("there are 1 to {most} rounds", {"most": MOST_ROUNDS})
        raise InputError("", problem, Message("Choose another number"), "rounds")
    if len(said) > rounds:
        problem = Message("there are {count} questions for {rounds} rounds", {"count": len(said), "rounds": rounds})
        raise InputError("", problem, Message("Leave some out, or plan more rounds"), "questions")
    if any(len(each) > LONGEST_QUESTION for each in said):
        problem = Message("a question has at most {most} letters", {"most": LONGEST_QUESTION})
        raise InputError("", problem, Message("Shorten it"), "questions")
    last = said[-1] if said else ""
    return tuple([*said, *[last] * rounds][:rounds])


def sound(plan: CafePlan) -> CafePlan:
    """Return a plan without those who were deleted for good since."""

    def is_there(name: str) -> bool:
        return any(map(str.isalnum, name))

    def table(one: Table) -> Table:
        return Table(one.host if is_there(one.host) else "", tuple(filter(is_there, one.guests)))

    rounds = tuple(tuple(map(table, tables)) for tables in plan.rounds)
    return replace(plan, coming=tuple(each for each in plan.coming if is_there(each.name)), rounds=rounds)


def _hosts(people: Sequence[Person], plan: CafePlan, last: Sequence[Table]) -> tuple[str, ...]:
    """Return who stays at the tables now: hosts who are still there, then others as they would be chosen."""
    there = {name_key(person.name): person.name for person in people}
    chosen = seat_people(people, plan.size, 1, plan.mix, True, plan.seed).rounds[0]
    names = [name_key(table.host) for tables in (last, chosen) for table in tables]
    return tuple(there[key] for key in dict.fromkeys(names) if key in there)[: len(chosen)]


def _checked(coming: Sequence[Coming]) -> tuple[Coming, ...]:
    """Return those who come, each once: who was ticked and typed is one person."""
    once = {name_key(each.name): each for each in reversed(coming) if each.name.strip()}
    if any(len(text) > LONGEST_NAME for each in coming for text in (each.name, each.organisation)):
        problem = Message("a name is longer than {most} letters", {"most": LONGEST_NAME})
        raise InputError("", problem, Message("Shorten it"))
    return tuple(reversed(once.values()))


def _check_minutes(minutes: int) -> None:
    if not 1 <= minutes <= MOST_MINUTES:
        problem = Message("a round has 1 to {most} minutes", {"most": MOST_MINUTES})
        raise InputError("", problem, Message("Choose another number"), "minutes")
