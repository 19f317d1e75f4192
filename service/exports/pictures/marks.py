"""The shapes of team marks as on the pages, in their box of 16 x 16."""

from collections.abc import Mapping

from service.exports.pictures.drawing import Point, Sign

BOX = 16.0
_CORNERS: Mapping[str, tuple[Point, ...]] = {
    "square": ((2, 2), (14, 2), (14, 14), (2, 14)),
    "triangle": ((8, 1.2), (15, 14), (1, 14)),
    "diamond": ((8, 0.6), (15.4, 8), (8, 15.4), (0.6, 8)),
    "cross": (
        (5.5, 1.5), (10.5, 1.5), (10.5, 5.5), (14.5, 5.5), (14.5, 10.5), (10.5, 10.5),
        (10.5, 14.5), (5.5, 14.5), (5.5, 10.5), (1.5, 10.5), (1.5, 5.5), (5.5, 5.5),
    ),
    "hexagon": ((4.5, 1.6), (11.5, 1.6), (15.2, 8), (11.5, 14.4), (4.5, 14.4), (0.8, 8)),
}  # fmt: skip


def corners(sign: Sign) -> tuple[Point, ...]:
    """Return the corners of a mark where it stands, () for one that is round."""
    size = sign.size / BOX
    return tuple(
        (sign.x + (x - BOX / 2) * size, sign.y + (y - BOX / 2) * size) for x, y in _CORNERS.get(sign.mark.shape, ())
    )
