"""The columns that tables share: one name means one thing wherever it stands."""

from nlp.frames.table import Column, Kind
from nlp.messages import msgid

PART = "0 to 1"
POINTS = "-1 to 1"
SECONDS = "seconds"
CHARACTERS = "characters"

ELEMENT = Column("element", Kind.TEXT, msgid("The element of the rubric; empty where the notes name none."))
READING = Column(
    "reading", Kind.TEXT, msgid("The id of the reading, the same in every table; empty where there is none.")
)
READING_NAME = Column("reading_name", Kind.TEXT, msgid("What the reading is called."))
NAMED_BY = Column("named_by", Kind.TEXT, msgid("Who gave the reading its name: person or machine."))
TEAM = Column("team", Kind.TEXT, msgid("The team."))
REVIEW = Column("review", Kind.TEXT, msgid("The review that it belongs to."))
LEVEL = Column("level", Kind.TEXT, msgid("The level of the rubric."))
LANGUAGE = Column(
    "language", Kind.TEXT, msgid("Code of the language (BCP 47); bn-Latn is Bangla in Latin letters, und is not told.")
)
SOURCE = Column("source", Kind.TEXT, msgid("The file that it comes from."))
LINE = Column("line", Kind.WHOLE, msgid("Line, paragraph or row of that file, from 1."))
TEXT = Column("text", Kind.TEXT, msgid("The words; empty where somebody agreed to be counted only."))
ATTRIBUTE = Column("attribute", Kind.TEXT, msgid("What people are compared by, such as team or gender."))
GROUP = Column(
    "group", Kind.TEXT, msgid("The group; other holds the groups that are too small to be shown by themselves.")
)
PERSON = Column("person", Kind.TEXT, msgid("The person: a number, or the name where names were asked for."))
SESSION = Column("session", Kind.TEXT, msgid("The session, as it is called in addresses."))
LOW = Column("low", Kind.NUMBER, msgid("Lower end of the 95 % interval; it rests on people."))
HIGH = Column("high", Kind.NUMBER, msgid("Upper end of the 95 % interval; it rests on people."))
VERDICT = Column(
    "verdict", Kind.TEXT, msgid("What the test says: differs, no difference seen, too few to say, or one session.")
)
P_VALUE = Column(
    "p",
    Kind.NUMBER,
    msgid("P-value, corrected for the number of comparisons; empty where no difference could have been seen."),
    PART,
)
HEAD_SHARE = Column("head_share", Kind.NUMBER, msgid("The group's part of all who were present."), PART)
EXPECTED_SHARE = Column(
    "expected_share", Kind.NUMBER, msgid("The share to expect: that of the heads, or what the facilitator set."), PART
)
SPEAKING_SHARE = Column(
    "speaking_share",
    Kind.NUMBER,
    msgid("Part of what was said: of the seconds, without times of the characters."),
    PART,
)
GAP = Column("gap", Kind.NUMBER, msgid("Speaking share less the share to expect."), POINTS)
SILENT = Column("silent", Kind.WHOLE, msgid("How many of them said nothing."))
PEOPLE = Column("people", Kind.WHOLE, msgid("How many people were present, silent ones included."))
START = Column(
    "start", Kind.NUMBER, msgid("When it begins, from the start of the record; empty without times."), SECONDS
)
END = Column("end", Kind.NUMBER, msgid("When it ends, from the start of the record; empty without times."), SECONDS)
LETTERS = Column(
    "characters",
    Kind.NUMBER,
    msgid("Letters, marks and digits, weighed so that scripts are comparable; English counts as it is."),
    CHARACTERS,
)
NOTES = Column("notes", Kind.WHOLE, msgid("How many notes."))
SURE_NOTES = Column("sure_notes", Kind.WHOLE, msgid("Of how many of these notes the machine is sure."))
