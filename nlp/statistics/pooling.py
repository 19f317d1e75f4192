"""Which groups are too small to show on their own, and are shown together."""

from collections.abc import Mapping

OTHER = "other"
"""Name of the pool of groups that are too small to show on their own."""

Members = Mapping[str, tuple[int, ...]]
"""Group -> the people in it, counted from 0; every person is in one group."""


def pool_small(groups: Members, threshold: int) -> Members | None:
    """Pool groups below `threshold` people as "other"; None if the attribute cannot be shown at all.

    If the small groups together are still below the threshold, the next smallest groups join them (complementary
    suppression), since "other" could otherwise be read off, or found by taking the visible groups from the whole.
    """
    pooled: list[str] = []
    people = 0
    for group, members in sorted(groups.items(), key=lambda item: (len(item[1]), item[0])):
        if len(members) >= threshold and (not pooled or people >= threshold):
            break
        pooled.append(group)
        people += len(members)
    if not pooled:
        return groups if len(groups) > 1 else None
    pooled += [group for group in groups if group == OTHER and group not in pooled]
    kept = {group: members for group, members in groups.items() if group not in pooled}
    if not kept:
        return None
    return {**kept, OTHER: tuple(sorted(person for group in pooled for person in groups[group]))}
