"""Parts of a view that are made when they are read are like parts that were made before."""

from service.presentation.when_read import WhenRead


def test_parts_are_made_once_and_not_before_they_are_read():
    """Their number is known without them; slices, joins and loops see the same parts."""
    made = []

    def make():
        made.append(True)
        return ["a", "b", "c"]

    parts, before = WhenRead(3, make), ("x",)
    assert (len(parts), bool(parts), made) == (3, True, [])
    assert (parts[0], parts[1:], ("x", *parts), before + parts) == (
        "a",
        ("b", "c"),
        ("x", "a", "b", "c"),
        ("x", "a", "b", "c"),
    )
    assert made == [True]
