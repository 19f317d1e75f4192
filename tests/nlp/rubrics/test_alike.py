"""Texts that say nearly the same, in groups."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nlp.rubrics.alike import alike


class Angles:
    """An embedder whose texts are angles in degrees."""

    name, dimension = "angles", 2

    def encode(self, texts):
        """Return points on the circle."""
        turned = np.radians([float(text) for text in texts])
        return np.column_stack([np.cos(turned), np.sin(turned)]).astype(np.float32)


def test_texts_that_are_alike_stand_together():
    """The largest group first, then in the order of the texts; 60 degrees are a cosine of a half, 90 of nothing."""
    assert alike(["0", "180", "10", "90", "20"], Angles()) == ((0, 2, 4), (1,), (3,))
    assert alike(["0", "60"], Angles()) == ((0, 1),)
    assert alike(["0", "75"], Angles()) == ((0,), (1,))
    assert alike(["7"], Angles()) == ((0,),)
    assert alike([], Angles()) == ()


@given(st.lists(st.integers(0, 359), max_size=12))
def test_every_text_is_in_one_group(angles):
    """And none is lost."""
    groups = alike([str(each) for each in angles], Angles())
    assert sorted(at for own in groups for at in own) == list(range(len(angles)))
