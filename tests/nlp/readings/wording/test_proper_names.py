"""Names of people, places and days in clauses."""

import pytest

from nlp.documents.types import Unit
from nlp.embedding.vocabulary import Vocabulary
from nlp.readings.wording.clauses import Clause
from nlp.readings.wording.proper_names import names_of_people, speaks_of_somebody
from tests.embedders import BagOfWords


def clause(text: str, language: str) -> Clause:
    return Clause(text, language, tuple(text.split()), first=True, last=True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rahim bhai helped us much", "en"),
        ("we asked doctor sir again", "en"),
        ("nobody in Saurighat was told", "en"),
        ("they came on Monday morning", "en"),
        ("রহিম ভাইয়ের কথা সবাই শোনে", "bn"),
        ("আপাকে কেউ জিজ্ঞেস করে না", "bn"),
        ("দিদি আমাদের পাশে ছিলেন", "bn"),
        ("सुरेश दाइले सबैलाई सिकाउनुभयो", "ne"),
        ("दिदीहरूले गीत गाउनुभयो", "ne"),
        ("असारमा तालिम नराख्ने गरौं", "ne"),
        ("রবিবার অফিস বন্ধ থাকে", "bn"),
        ("suresh dai le sikaunu bhayo", "ne-Latn"),
        ("Suresh's bell cost us nothing", "en"),
        ("एउटै कुरा काठमाडौँबाट आउँछ", "ne"),
        ("ঢাকার মতো সিদ্ধান্ত হয়", "bn"),
        ("dhaka theke order ashe", "bn-Latn"),
        ("en marzo no vino nadie", "es"),
        ("নিলগঞ্জে হাট বন্ধ হয়নি", "bn"),
        ("জেলা অফিস ফরিদপুরের কথা শোনে", "bn"),
        ("नेपालगञ्जमा बस रोकिन्छ", "ne"),
    ],
)
def test_names_of_people_places_and_days(text, language):
    """By title, form of address, kinship word with its case ending, capital or calendar."""
    assert speaks_of_somebody(clause(text, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Today's plan is not yesterday's", "en"),
        ("দুপুরে সবাই ভাত খায়", "bn"),
        ("নগরে কাজ বেশি", "bn"),
        ("उपमहानगर र नगरपालिकासँग मिलेर", "ne"),
        ("We and I eat together", "en"),
        ("Partners push for NGO budgets", "en"),
        ("staff march for equal pay", "en"),
        ("hay que dar la cara", "es"),
        ("বিশ্বাস গড়তে সময় লাগে", "bn"),
        ("আপাতত কাজ বন্ধ থাকুক", "bn"),
        ("सबैले बुझ्ने भाषा बोल्ने", "ne"),
        ("दाइजो लिने चलन हटाउने", "ne"),
        ("sabai sanga mai khana khane", "ne-Latn"),
    ],
)
def test_other_words_are_no_names(text, language):
    """A capital at the beginning, "I", an acronym, a verb that is a month elsewhere, Spanish "da"."""
    assert not speaks_of_somebody(clause(text, language))


def test_who_wrote_is_not_spoken_of():
    """The words of the writers' names count, titles and words of every day do not: Biswas is trust as well."""
    people = ["Dr. Rahima Biswas", "বিশ্বাস", "P12", "सुरेश"]
    units = [Unit(who, who, "en", "notes.csv", 2, 0, 1, "Trust", {"participant": who}) for who in people]
    names = names_of_people(units, Vocabulary(BagOfWords(), {"bn": ["বিশ্বাস"]}))
    assert names == {"rahima", "biswas", "सुरेश"}
    assert speaks_of_somebody(clause("सुरेशको कुरा सबैले सुन्छन्", "ne"), names)
    assert not speaks_of_somebody(clause("বিশ্বাস গড়তে সময় লাগে", "bn"), names)
