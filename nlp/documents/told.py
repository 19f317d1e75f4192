"""What the log says of a file that was read: kind and counts, no names."""

from nlp.documents.types import Document, Notes, Ratings, Roster


def say(document: Document) -> str:
    """Return its kind, how many rows it has, and how many lines were left out."""
    match document:
        case Notes():
            rows = f"{len(document.units)} notes"
        case Roster():
            rows = f"a roster of {len(document.people)} people"
        case Ratings():
            rows = f"{len(document.ratings)} ratings"
        case _:
            rows = f"a rubric of {len(document.descriptors)} descriptors"
    return f"{rows}, {document.unread.lines} lines left out"
