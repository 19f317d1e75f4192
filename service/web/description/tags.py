"""What the operations are sorted by, in the order in which somebody meets them."""

TAGS = (
    ("programmes", "Programmes: made, listed, copied, taken out as one file and brought in again."),
    ("programme", "What a programme holds and what was found in it: files, readings, rubrics, sessions."),
    ("previews", "Files that wait: how they are understood, put right before they are kept."),
    ("jobs", "What is being worked out, how far it is, and asking for more."),
    ("notes", "Notes as they were written, and what takes answers now."),
    ("search", "Notes, descriptors, turns and remarks, by words and by meaning."),
    ("edits", "What facilitators changed of the readings."),
    ("rubrics", "Rubrics that teams write here, and the elements that they share."),
    ("sorting", "The notes of an element as cards in piles, alone or together in a room."),
    ("names", "Names of teams, elements and levels, and people behind the labels of a record."),
    ("attendance", "Who was in a session."),
    ("questions", "Questions for the room, chosen for the report."),
    ("forms", "Forms for those present, and what they answered."),
    ("inclusion", "How inclusive sessions were, and who held power in them."),
    ("giving back", "What was heard, given back to those who said it."),
    ("channels", "Messages without names."),
    ("actions", "What was agreed, what became of it, and what nobody has answered."),
    ("reviews", "Reviews: planned, with an agenda, and how often they come."),
    ("notes on phones", "Notes that people write on their phones while they are together."),
    ("surveys", "Small surveys, what was answered, and what came of what people were asked."),
    ("cafes", "World Cafés: who sits where, what the tables wrote, and what speaks for a pause."),
    ("stages", "Where a partnership stands: what was done, and what facilitators say of it."),
    ("library", "What programmes share with each other, and what others read alike."),
    ("memos", "What people say about readings, notes, descriptors and sessions."),
    ("assistant", "A language model that proposes names and sentences for readings, where there is one."),
    ("publications", "Reports: what goes in, as they are now, and as they were published."),
    ("pictures", "Charts as PNG and SVG."),
    ("data", "Everything that was found, as tables and files of other programs."),
    ("webhooks", "Telling other programs what is ready, where the installation lets it."),
    ("history", "Who did what, and taking it back."),
    ("privacy", "Consent, how long a programme is kept, and deleting for good."),
    ("account", "One's own account and tokens."),
    ("people", "Everybody with an account."),
    ("members", "Who has which place in a programme."),
)


def tags() -> list[dict[str, str]]:
    """Return the tags as OpenAPI has them."""
    return [{"name": name, "description": about} for name, about in TAGS]
