"""The workspace on real files and real databases, and several people at it."""

import threading

from tests.service.files import NOTES
from tests.service.rows import rows


def test_two_people_work_at_once(workspace, programme):
    """Uploads and questions from several threads: every file is kept once, equal questions leave one finding."""
    problems = []

    def work(number):
        try:
            workspace.files.add(
                programme, [("notes.csv", NOTES), (f"n{number}.csv", NOTES + b"x,Trust,,,\n" * (number + 1))]
            )
            workspace.findings(programme).readings()
            workspace.findings(programme).rubrics()
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert len(workspace.files.every(programme)) == 7
    before = rows(workspace, "findings")
    question = (None, ("team", "gender"))
    threads = [threading.Thread(target=workspace.findings(programme).readings, args=question) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows(workspace, "findings") == {"findings": before["findings"] + 1}


def test_the_sample_is_loaded_once(workspace):
    """The sample programme comes whole through the same way as any upload; asking again gives the same one."""
    sample = workspace.load_sample()
    assert sample.teams == ("Consortium", "Bangladesh", "Nepal")
    assert sample.languages == {"Consortium": "en", "Bangladesh": "bn", "Nepal": "ne"}
    assert len(sample.elements) == 7
    assert sample.reviews == ("March 2026", "September 2026")
    assert workspace.load_sample() == sample
    assert len(workspace.programmes.every()) == 1
    kinds = [file.kind for file in workspace.files.every(sample.slug)]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "roster": 3,
        "rubric": 3,
        "ratings": 1,
        "notes": 6,
        "transcript": 2,
    }
    rosters = {session.date: session.roster for session in workspace.findings(sample.slug).at.sessions}
    assert rosters == {"2026-03": "session-2026-03-roster.csv", "2026-09": "session-2026-09-roster.csv"}


def test_the_sample_shows_what_people_sorted_and_what_the_machine_proposed(sample):
    """Four piles of one element have the names that people gave them; every card that they placed lies in its pile."""
    from service.programmes.sample import read_sample

    (element,) = read_sample().sorted
    wall = sample.wall("adaptability-and-flexibility")
    placed = {pile.name: {card.text for card in pile.cards if card.by_hand} for pile in wall.piles}
    sorted_ = read_sample().sorted[element]
    assert placed == {name: set(texts) for name, texts in sorted_.items() if name}
    named = {each.element: [one.given for one in each.readings if one.given] for each in sample.readings().elements}
    assert set(named.pop(element)) == set(placed)
    assert not any(named.values())
    assert all({*pile.names} == {"bn", "ne"} for pile in wall.piles)
