"""What was done, as a sentence."""

from collections.abc import Mapping, Sequence

from nlp.messages import Message, msgid
from service.journal.places import CALLED, ELSEWHERE, NAMED
from service.journal.types import Action, Entry, Thing, ThingKind

SOMEBODY = Message("Someone here")
NO_ELEMENT = Message("the notes without an element")
DELETED = Message("deleted since")
DELETED_PLACE = Message("what was deleted since")
TOOK_BACK = msgid("{who} took back a change.")
LAST = 3
AND_MORE = msgid("{sentence} {rest}")
PROPOSED_BY = msgid("Proposed by {model}.")

_SENTENCES: Mapping[Action, str] = {
    Action.PROGRAMME_MADE: msgid("{who} made this programme."),
    Action.PROGRAMME_RENAMED: msgid("{who} changed the description of the programme."),
    Action.PROGRAMME_COPIED: msgid("{who} made this programme out of “{before}”, without its notes."),
    Action.PROGRAMME_DELETED: msgid("{who} deleted a programme for good."),
    Action.MODEL_CHOSEN: msgid("{who} had the model “{after}” read the notes, not “{before}” any more."),
    Action.FILE_KEPT: msgid("{who} added “{name}”."),
    Action.FILE_READ_AGAIN: msgid("{who} changed how “{name}” is read."),
    Action.FILE_REMOVED: msgid("{who} removed “{name}”."),
    Action.FILE_TAKEN_BACK: msgid("{who} took “{name}” back."),
    Action.FILE_DELETED: msgid("{who} deleted a file for good."),
    Action.READING_NAMED: msgid("{who} called a reading of {within} “{after}”."),
    Action.READINGS_JOINED: msgid("{who} put two readings of {within} together."),
    Action.READING_SPLIT: msgid("{who} made a reading of its own out of notes of {within}."),
    Action.NOTES_MOVED: msgid("{who} moved notes of {within}."),
    Action.READING_DISMISSED: msgid("{who} said that a reading of {within} is none."),
    Action.NOTES_LAID_OUT: msgid("{who} laid out the notes of {within} in another number of readings."),
    Action.EDIT_UNDONE: msgid("{who} took back a change of the readings of {within}."),
    Action.EDITS_TAKEN_IN: msgid("{who} took in a file of changes of readings."),
    Action.CARDS_SORTED: msgid("{who} sorted cards of {within}."),
    Action.SORTING_UNDONE: msgid("{who} took back a step of sorting {within}."),
    Action.SORTING_REDONE: msgid("{who} did a step of sorting {within} again."),
    Action.SORTING_USED: msgid("{who} made the piles of {within} its readings."),
    Action.SORTING_LEFT: msgid("{who} went back to the readings of {within} that the machine found."),
    Action.ROOM_OPENED: msgid("{who} opened a sorting of {within} in the room."),
    Action.ROOM_CLOSED: msgid("{who} closed a sorting of {within} in the room."),
    Action.ROOM_REMOVED: msgid("{who} removed a sorting of {within} in the room."),
    Action.NAMES_JOINED: msgid("{who} said that “{before}” and “{after}” are the same."),
    Action.NAME_PARTED: msgid("{who} said that “{name}” is a name of its own."),
    Action.NAMES_REFUSED: msgid("{who} said that “{before}” and “{after}” are not the same."),
    Action.NAME_CHANGED: msgid("{who} renamed “{before}” to “{after}”."),
    Action.NAME_CALLED: msgid("{who} said what “{name}” is called in another language."),
    Action.NAMES_ORDERED: msgid("{who} put names in another order."),
    Action.NAME_REMOVED: msgid("{who} took “{name}” off the list."),
    Action.MATCH_JUDGED: msgid("{who} said that two descriptors say the same."),
    Action.MATCH_REFUSED: msgid("{who} said that two descriptors do not say the same."),
    Action.MATCH_FORGOTTEN: msgid("{who} took back what was said of two descriptors."),
    Action.SESSION_CHANGED: msgid("{who} changed the title or the date of the session “{name}”."),
    Action.ROSTER_CHOSEN: msgid("{who} chose another roster for the session “{name}”."),
    Action.LABEL_TOLD: msgid("{who} said who is behind “{before}” in “{within}”."),
    Action.LABEL_FORGOTTEN: msgid("{who} took back who is behind “{before}” in “{within}”."),
    Action.ATTENDANCE_SAID: msgid("{who} said who was in the session “{name}”."),
    Action.PERSON_RENAMED: msgid("{who} said that “{before}” is called “{after}” everywhere."),
    Action.PERSON_DELETED: msgid("{who} deleted a person for good."),
    Action.SESSION_DELETED: msgid("{who} deleted a session for good."),
    Action.NOTE_DELETED: msgid("{who} deleted a note for good."),
    Action.CONSENT_SAID: msgid("{who} said who may be quoted."),
    Action.KEEPING_SET: msgid("{who} said how long this programme is kept."),
    Action.FORM_MADE: msgid("{who} made a form for “{name}”."),
    Action.FORM_OPENED: msgid("{who} opened the form for “{name}” again."),
    Action.FORM_CLOSED: msgid("{who} closed the form for “{name}”."),
    Action.FORM_BOUND: msgid("{who} said which session the form for “{name}” is about."),
    Action.FORM_AFTER_MANY_REMOVED: msgid(
        "{who} took away answers to the form for “{name}” that came from devices which had sent ten before."
    ),
    Action.FORM_REMOVED: msgid("{who} removed the form for “{name}”."),
    Action.OBSERVED: msgid("{who} noted how inclusive “{name}” was."),
    Action.OBSERVATION_REMOVED: msgid("{who} removed a note on how inclusive “{name}” was."),
    Action.OBSERVATIONS_TAKEN: msgid("{who} took notes of observers of “{name}” over as notes."),
    Action.INTENTION_SAID: msgid("{who} wrote down what those present in “{name}” want to do differently."),
    Action.INTENTION_REMOVED: msgid("{who} removed a line of what those present in “{name}” want to do differently."),
    Action.POWER_NOTED: msgid("{who} noted who held power in the session “{name}”."),
    Action.CRITICAL_CODED: msgid("{who} said which readings of {name} are critical."),
    Action.FIRST_NAMES_SAID: msgid("{who} said whether people have only first names in the session “{name}”."),
    Action.QUESTION_CHOSEN: msgid("{who} chose a question for the report."),
    Action.QUESTION_DISCARDED: msgid("{who} set a question aside."),
    Action.QUESTION_ASKED: msgid("{who} asked a question of their own."),
    Action.QUESTION_MOVED: msgid("{who} put the questions in another order."),
    Action.QUESTION_UNDONE: msgid("{who} took back what was done with a question."),
    Action.UNDONE: msgid("{who} took back a change of “{name}”."),
    Action.PUBLISHED: msgid("{who} published “{name}”."),
    Action.WITHDRAWN: msgid("{who} withdrew “{name}”."),
    Action.PUBLICATION_DELETED: msgid("{who} deleted what was published as “{name}”."),
    Action.ASK_OPENED: msgid("{who} asked participants whether they were heard right."),
    Action.ASK_CHANGED: msgid("{who} changed until when participants can say whether they were heard right."),
    Action.ASK_WITHDRAWN: msgid("{who} withdrew a page “Did we hear you right?”."),
    Action.ASK_REMOVED: msgid("{who} removed a page “Did we hear you right?” with its answers."),
    Action.SHEETS_ENTERED: msgid("{who} typed in what participants answered on paper."),
    Action.CHANNEL_OPENED: msgid("{who} opened a channel without names."),
    Action.CHANNEL_CLOSED: msgid("{who} closed a channel without names."),
    Action.CHANNEL_REMOVED: msgid("{who} removed a channel without names and all that was in it."),
    Action.CHANNEL_REPLIED: msgid("{who} replied in a channel without names."),
    Action.REPLY_REMOVED: msgid("{who} removed a reply in a channel without names."),
    Action.MESSAGE_REMOVED: msgid("{who} removed a message in a channel without names."),
    Action.MESSAGES_TAKEN: msgid("{who} took messages of a channel without names over as notes."),
    Action.REVIEW_PLANNED: msgid("{who} planned the review “{name}”."),
    Action.REVIEW_CHANGED: msgid("{who} changed the name or the day of the review “{name}”."),
    Action.REVIEW_REMOVED: msgid("{who} removed the review “{name}”."),
    Action.AGENDA_SAID: msgid("{who} changed the agenda of the review “{name}”."),
    Action.GATHERING_OPENED: msgid("{who} opened notes on phones."),
    Action.GATHERING_CLOSED: msgid("{who} closed notes on phones."),
    Action.GATHERING_REMOVED: msgid("{who} removed notes on phones and all that was written there."),
    Action.PHONE_NOTE_HIDDEN: msgid("{who} hid a note from a phone."),
    Action.PHONE_NOTE_SHOWN: msgid("{who} showed a note from a phone again."),
    Action.PHONE_NOTES_BROUGHT: msgid("{who} brought notes from phones to the wall."),
    Action.SURVEY_MADE: msgid("{who} made a survey."),
    Action.SURVEY_CHANGED: msgid("{who} changed a survey."),
    Action.SURVEY_OPENED: msgid("{who} opened a survey."),
    Action.SURVEY_CLOSED: msgid("{who} closed a survey."),
    Action.SURVEY_REMOVED: msgid("{who} removed a survey with its answers."),
    Action.OUTCOME_SAID: msgid("{who} told those who answered what came of it."),
    Action.PARTS_TIMED: msgid("{who} kept how long the parts of the review “{name}” took."),
    Action.AGENDA_LAID: msgid("{who} said which session the agenda of the review “{name}” belongs to."),
    Action.RATINGS_ENTERED: msgid("{who} entered ratings for the review “{name}”."),
    Action.RATINGS_TAKEN: msgid("{who} took in ratings from phones for the review “{name}”."),
    Action.RATING_OPENED: msgid("{who} let phones rate for the review “{name}”."),
    Action.RATING_CLOSED: msgid("{who} closed the rating on phones for the review “{name}”."),
    Action.CAFE_PLANNED: msgid("{who} planned a World Café."),
    Action.CAFE_SEATED: msgid("{who} seated people in another way in a World Café."),
    Action.CAFE_CHANGED: msgid("{who} changed the rounds or the questions of a World Café."),
    Action.CAFE_OPENED: msgid("{who} opened a World Café again."),
    Action.CAFE_CLOSED: msgid("{who} closed a World Café."),
    Action.CAFE_REMOVED: msgid("{who} removed a World Café and what its tables wrote."),
    Action.TABLE_NOTES_ENTERED: msgid("{who} typed in what a table of a World Café wrote."),
    Action.TABLE_NOTES_GATHERED: msgid("{who} put what the tables of a World Café wrote among the notes."),
    Action.TABLE_NOTE_REMOVED: msgid("{who} removed a note of a World Café."),
    Action.RUBRIC_STARTED: msgid("{who} began the rubric of {after}."),
    Action.DESCRIPTOR_WRITTEN: msgid("{who} wrote in the rubric of {before}, on {within}."),
    Action.RUBRIC_KEPT: msgid("{who} kept version {after} of the rubric of {before}."),
    Action.RUBRIC_REMOVED: msgid("{who} removed the rubric of {before} that was written here."),
    Action.WRITING_OPENED: msgid("{who} let the room write for {before}, on {within}."),
    Action.WRITING_CLOSED: msgid("{who} closed what the room writes for {before}, on {within}."),
    Action.WRITING_REMOVED: msgid("{who} removed what the room wrote for {before}, on {within}."),
    Action.ELEMENT_CHANGED: msgid("{who} changed the element {within} of the rubrics."),
    Action.ACTION_MADE: msgid("{who} wrote down an action."),
    Action.ACTION_CHANGED: msgid("{who} changed an action."),
    Action.ACTION_REMOVED: msgid("{who} removed an action."),
    Action.ACTION_JUDGED: msgid("{who} said what became of an action."),
    Action.VERDICT_TAKEN_BACK: msgid("{who} took back what became of an action."),
    Action.LEFT_AS_IS: msgid("{who} said why something that people raised is left as it is."),
    Action.TAKEN_UP: msgid("{who} took up again what had been left as it is."),
    Action.CALENDAR_OPENED: msgid("{who} made a new address for calendars."),
    Action.CALENDAR_CLOSED: msgid("{who} closed the address for calendars."),
    Action.ROLE_GIVEN: msgid("{who} let {name} take part."),
    Action.ROLE_TAKEN: msgid("{who} ended that {name} takes part."),
    Action.WEBHOOK_MADE: msgid("{who} entered an address at {name} that is told of this programme."),
    Action.WEBHOOK_CHANGED: msgid("{who} changed an address at {name} that is told of this programme."),
    Action.WEBHOOK_REMOVED: msgid("{who} removed an address at {name} that was told of this programme."),
    Action.MEMO_WRITTEN: msgid("{who} wrote a memo."),
    Action.MEMO_ANSWERED: msgid("{who} answered a memo."),
    Action.MEMO_CLOSED: msgid("{who} closed a memo."),
    Action.MEMO_OPENED: msgid("{who} opened a memo again."),
    Action.MEMO_REMOVED: msgid("{who} removed something that was said in a memo."),
    Action.ASSISTANT_ALLOWED: msgid("{who} let notes go to {name}, for the assistant."),
    Action.ASSISTANT_FORBIDDEN: msgid("{who} lets notes go to no other machine any more."),
    Action.ASSISTANT_ASKED: msgid("{who} asked the assistant {name}."),
    Action.PROPOSAL_ACCEPTED: msgid("{who} took a proposal of the assistant on {within}."),
    Action.PROPOSAL_REJECTED: msgid("{who} refused a proposal of the assistant on {within}."),
    Action.LIBRARY_SHARED: msgid("{who} shared something with other programmes."),
    Action.LIBRARY_CHANGED: msgid("{who} changed what is shared with other programmes."),
    Action.LIBRARY_TAKEN_BACK: msgid("{who} took back something that was shared with other programmes."),
    Action.STAGE_SAID: msgid("{who} said where the partnership stands."),
    Action.STAGE_TAKEN_BACK: msgid("{who} took back what was said of where the partnership stands."),
    Action.SAW: msgid("{who} looked at {name}."),
    Action.EXPORTED: msgid("{who} took {name} out as a file."),
}
_WHERE_BOTH_ARE_NAMED: Mapping[Action, str] = {
    Action.PROGRAMME_RENAMED: msgid("{who} renamed the programme from “{before}” to “{after}”."),
    Action.READING_NAMED: msgid("{who} renamed the reading “{before}” of {within} to “{after}”."),
    Action.READINGS_JOINED: msgid("{who} put “{before}” and “{after}” together in {within}."),
}
_WHERE_IT_IS_NAMED: Mapping[Action, str] = {
    Action.READING_SPLIT: msgid("{who} made a reading “{after}” out of notes of {within}."),
    Action.NOTES_MOVED: msgid("{who} moved notes of {within} to “{after}”."),
    Action.READING_DISMISSED: msgid("{who} said that “{after}” is no reading of {within}."),
    Action.SESSION_CHANGED: msgid("{who} renamed the session “{before}” to “{after}”."),
    Action.LABEL_TOLD: msgid("{who} said that “{before}” in “{within}” is {after}."),
    Action.ROSTER_CHOSEN: msgid("{who} chose “{after}” as the roster of the session “{name}”."),
}


def in_words(entry: Entry) -> Message:
    """Return what was done, by whom, as one sentence."""
    details = entry.details
    template = _SENTENCES[entry.action]
    if entry.action is Action.UNDONE and not entry.of.name:
        template = TOOK_BACK
    if details.after:
        template = _WHERE_IT_IS_NAMED.get(entry.action, template)
    if details.before and details.after:
        template = _WHERE_BOTH_ARE_NAMED.get(entry.action, template)
    said = Message(
        template,
        {
            "who": entry.who or SOMEBODY,
            "name": called(entry.of),
            "before": details.before,
            "after": details.after,
            "within": details.within or NO_ELEMENT,
        },
    )
    if not details.made_with:
        return said
    return Message(AND_MORE, {"sentence": said, "rest": Message(PROPOSED_BY, {"model": details.made_with})})


def called(thing: Thing) -> str | Message:
    """Return what a thing is called."""
    if thing.kind is not ThingKind.PAGE or thing.name:
        return thing.name or DELETED
    is_one = thing.id.partition("/")[0] in NAMED and thing.id not in CALLED
    return DELETED_PLACE if is_one or not thing.id else CALLED.get(thing.id, ELSEWHERE)


def several_in_words(entries: Sequence[Entry]) -> Message:
    """Return what was done last, newest first, as sentences; of many only the last."""
    newest = [in_words(each) for each in entries[-LAST:]][::-1]
    told = newest[-1]
    for each in newest[-2::-1]:
        told = Message(AND_MORE, {"sentence": each, "rest": told})
    return told
