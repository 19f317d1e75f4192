import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.clock import is_unpadded, time_of_day, to_seconds


@pytest.mark.parametrize(
    ("clock", "seconds"),
    [
        ("0:12", 12),
        ("01:02", 62),
        ("1:02:03", 3723),
        ("00:00:01,500", 1.5),
        ("00:00:02.240", 2.24),
        ("00:3:55,873", 235.873),
        ("0:00:06.835000", 6.835),
        ("0:00:13", 13),
        ("43:10.5", 2590.5),
    ],
)
def test_every_way_of_writing_a_time_gives_its_seconds(clock, seconds):
    """Hours may be missing, the fraction may follow a point or a comma and have any length."""
    assert to_seconds(clock) == pytest.approx(seconds, abs=1e-9)


@pytest.mark.parametrize(("clock", "seconds"), [("0:0:42.80", 42.08), ("0:0:5.550", 5.55), ("0:2:23.0", 143.0)])
def test_unpadded_teams_times_count_milliseconds(clock, seconds):
    """`.80` of old Teams records is 80 ms."""
    assert is_unpadded(clock)
    assert to_seconds(clock, short_fraction_counts_milliseconds=True) == pytest.approx(seconds, abs=1e-9)


@pytest.mark.parametrize("clock", ["00:00:42.800", "00:42.8", "0:12", "12:34:56.7"])
def test_padded_times_are_not_taken_for_old_teams_times(clock):
    """Only hours with a single digit for minutes or seconds tell the old form."""
    assert not is_unpadded(clock)


@given(st.integers(0, 359_999_999))
def test_a_time_written_in_full_comes_back_to_the_millisecond(milliseconds):
    """Formatting and reading are inverse."""
    whole, fraction = divmod(milliseconds, 1000)
    clock = f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}.{fraction:03d}"
    assert round(to_seconds(clock) * 1000) == milliseconds


@pytest.mark.parametrize(
    ("clock", "hour"),
    [
        *(
            ("14:05", 14),
            ("2:05 PM", 14),
            ("2:05\u202fp.\u00a0m.", 14),
            ("12:05 AM", 0),
            ("12:05 PM", 12),
            ("2:05 am", 2),
        ),
        *(("২:০৫ PM", 14), ("২:০৫ অপরাহ্ণ", 14), ("রাত ১:০৫", 1), ("রাত ৯:০৫", 21), ("রাত ১২:০৫", 0), ("अपराह्न २:०५", 14)),
        *(("下午2:05", 14), ("14.05", 14)),
    ],
)
def test_times_of_day(clock, hour):
    """Halves of the day in several languages and digits."""
    assert time_of_day(clock) == hour * 3600 + 5 * 60


def test_no_time_of_day():
    """Words without a time are refused."""
    with pytest.raises(ValueError, match="no time of day"):
        time_of_day("noon")
