"""Who acts is known for as long as a block lasts."""

import threading

import pytest

from service.access.acting import act_as, acting
from service.access.types import OWN_MACHINE, Reader


def test_blocks_are_undone_one_by_one():
    """Inside a block its reader acts, afterwards whoever did before, also when the block fails."""
    asha, ram = Reader(1, "Asha"), Reader(2, "Ram")
    assert acting() == OWN_MACHINE
    with act_as(asha):
        with pytest.raises(ZeroDivisionError), act_as(ram):
            1 / (acting() is asha)
        assert acting() is asha
    assert acting() == OWN_MACHINE


def test_threads_do_not_see_each_others_reader():
    """A thread of its own begins with whoever sits at this machine."""
    seen = []
    with act_as(Reader(1, "Asha")):
        thread = threading.Thread(target=lambda: seen.append(acting()))
        thread.start()
        thread.join()
    assert seen == [OWN_MACHINE]
