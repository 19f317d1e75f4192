"""How those present answered a form, a bar a statement."""

from service.exports.pictures.drawing import ACCENT, LINE, PALE, QUIET, Bar, Stroke
from service.exports.pictures.sheet import GAP, SMALL, Sheet
from service.presentation.report.document import AnswersChart

HEIGHT = 12.0


def draw_answers(sheet: Sheet, chart: AnswersChart) -> None:
    """Draw who agrees from the left and who does not from the right, the words above and below."""
    for answer in chart.answers:
        sheet.lines(answer.text)
        y = sheet.y + 3
        sheet.add(Stroke(((0, y + HEIGHT), (sheet.width, y + HEIGHT)), LINE))
        agree, disagree = (sheet.width * each / 100 for each in (answer.agree, answer.disagree))
        sheet.add(Bar(0, y, agree, HEIGHT, ACCENT), Bar(sheet.width - disagree, y, disagree, HEIGHT, PALE))
        sheet.y = y + HEIGHT + 2
        sheet.lines(answer.words, size=SMALL, colour=QUIET)
        sheet.y += GAP / 2
