import pytest

from nlp.participation.shares import count_questions, is_question


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Shall we begin? I think yes. Do you?", 2),
        ("What?? Really?!", 2),
        ("কেন? আমরা কি যাব?", 2),
        ("किन? हामी जाने हो?", 2),
        ("你好吗？我很好。他呢？", 2),
        ("هل نبدأ؟", 1),
        ("Τι κάνεις;", 1),
        ("Ինչպե՞ս եք", 1),
        ("see https://example.org/?page=1 there", 0),
        ("one; two", 0),
        ("we agree", 0),
        ("“Why?”", 1),
    ],
)
def test_questions_of_all_scripts(text, questions):
    """Runs of question marks at the end of a word."""
    assert count_questions(text) == questions


@pytest.mark.parametrize(
    ("text", "ends"), [("Why?", True), ("“কেন?”", True), ("Why? Because.", False), ("(किन?)!", True), ("", False)]
)
def test_a_text_that_ends_in_a_question(text, ends):
    """Closing quotes and brackets aside."""
    assert is_question(text) is ends
