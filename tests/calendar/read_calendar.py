#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What write_calendar makes of events is read by icalendar, and says the same: read_calendar.py PROGRAM"""
import datetime
import subprocess
import sys

import icalendar

NAME = "Momenten; van Noord, en Zuid"
EVENTS = [
    ("step-1", "2026-11-22", "2027-01-15", "", "Beloofd: de bank bestellen", "", "https://weefsel.example/nl/plan?a=1&b=2"),
    ("plan-1", "2026-11-22", "2027-04-01", "2027-04-03", "Komma, punt; en \\ streep: \"zo\"", "Eerste regel\nTweede, met €", ""),
    ("studio-1", "2024-02-29", "2024-02-29", "2024-02-29", "ë€😀" * 60, "lang " * 80 + "einde", "https://weefsel.example/" + "x" * 200),
]


def day(text):
    return datetime.date.fromisoformat(text)


def main():
    lines = "".join("\t".join(field.replace("\n", "\\n") for field in event) + "\n" for event in EVENTS)
    made = subprocess.run([sys.argv[1], NAME], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    assert all(len(line) <= 75 for line in made.split(b"\r\n")), "a line is too long"
    assert b"\n" not in made.replace(b"\r\n", b""), "a line ends in another way"
    calendar = icalendar.Calendar.from_ical(made)
    assert calendar["version"] == "2.0" and calendar["prodid"] and calendar["x-wr-calname"] == NAME, calendar
    read = calendar.walk("VEVENT")
    assert len(read) == len(EVENTS), len(read)
    for event, (uid, changed, first, last, summary, description, link) in zip(read, EVENTS):
        assert not event.errors, event.errors
        assert event["uid"] == uid, event["uid"]
        assert event["dtstamp"].dt == datetime.datetime.combine(day(changed), datetime.time(), event["dtstamp"].dt.tzinfo)
        assert event["dtstamp"].dt.utcoffset() == datetime.timedelta(0), event["dtstamp"].dt
        assert type(event["dtstart"].dt) is datetime.date and event["dtstart"].dt == day(first)
        several = last not in ("", first)
        assert ("dtend" in event) == several
        if several:
            assert event["dtend"].dt == day(last) + datetime.timedelta(days=1)
        assert event["summary"] == summary, event["summary"]
        assert str(event.get("description", "")) == description, event.get("description")
        assert str(event.get("url", "")) == link, event.get("url")
    print(f"icalendar read {len(read)} events as they were meant")


main()
