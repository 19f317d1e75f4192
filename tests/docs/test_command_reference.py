"""The documented commands are those of the program."""

from tests.docs.command_reference import PAGE, page


def test_the_commands_are_those_of_the_program():
    """`python -m tests.docs.command_reference` writes them anew where an option came or went."""
    assert PAGE.read_text(encoding="utf-8") == page()
