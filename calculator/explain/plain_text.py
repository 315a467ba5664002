"""Plain text: an explanation for the command line, in reading order."""

from __future__ import annotations

from typing import Any

_STEPS_AHEAD = 3
"""Steps that a short text tells; the page and `odr recovery` have them all."""


def as_text(explanation: dict[str, Any], lang: str) -> str:
    """Return an explanation as lines of text; ids are masked as everywhere else."""
    blocks = [_rate(rate) for rate in sorted(explanation["rates"], key=lambda rate: not rate["main"])]
    blocks += [_course(course, lang) for course in explanation["recovery"]]
    blocks += [
        _titled(
            explanation["defects"]["title"], [_defect(row, lang) for row in explanation["defects"]["rows"]]
        ),
        _titled(explanation["figures"]["title"], [_figure(row) for row in explanation["figures"]["rows"]]),
        _candidates(explanation["candidates"]),
        _titled(explanation["problems"]["title"], [_problem(row) for row in explanation["problems"]["rows"]]),
        _titled(explanation["excluded"]["title"], explanation["excluded"]["rows"]),
        _titled(explanation["unmatched"]["title"], explanation["unmatched"]["ids"]),
        _titled(
            explanation["other_stores"]["title"], [row["text"] for row in explanation["other_stores"]["rows"]]
        ),
        [line for file in explanation["files"] for line in file_lines(file)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def case_text(explanation: dict[str, Any], lang: str) -> str:
    """Return the case as a short text to carry to another device: rates, figures, defects, ids masked."""
    blocks = [
        *(_rate(rate) for rate in explanation["rates"] if rate["fraction"]),
        *(_course(course, lang) for course in explanation["recovery"] if course["main"]),
        _titled(explanation["figures"]["title"], [_figure(row) for row in explanation["figures"]["rows"]]),
        _titled(
            explanation["defects"]["title"], [_defect(row, lang) for row in explanation["defects"]["rows"]]
        ),
        [explanation["rules"]],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _rate(rate: dict[str, Any]) -> list[str]:
    if not rate["main"]:
        return [str(rate["line"])]
    lines = [f"{rate['title']} · {rate['store']} · {rate['window']} · {rate['as_of']}"]
    if rate["fraction"]:
        fraction = rate["fraction"]
        labels = (
            f"{fraction['numerator_label']} / {fraction['denominator_label']}; {fraction['numerator_detail']}"
        )
        lines.append(f"{fraction['numerator']} / {fraction['denominator']} {rate['rate']}  ({labels})")
    lines.append(str(rate["sentence"]))
    return lines + [f"- {why['text']}" for why in rate["why"]]


def _course(course: dict[str, Any], lang: str) -> list[str]:
    """Return what the rate does first, the earliest day and the next steps; no order is named."""
    earliest, colon = course["earliest"], ": " if lang == "en" else "："
    day = f"{earliest['day']}{colon}" if earliest["day"] else ""
    steps = [f"- {step['day']}{colon}{step['text']}" for step in course["steps"][:_STEPS_AHEAD]]
    return [f"{course['title']} · {course['subtitle']}", f"{day}{earliest['sentence']}", *steps]


def _titled(title: str, lines: list[str]) -> list[str]:
    return [title, *(f"- {line}" for line in lines)] if lines else []


def _defect(row: dict[str, Any], lang: str) -> str:
    joint = ", " if lang == "en" else "，"
    columns = ("order_id_masked", "order_date", "what", "counts", "reason", "leaves")
    clocks = [_clock(clock) for clock in row["clocks"] if clock["last_safe_day"]]
    return joint.join([*(row[column].rstrip(".。") for column in columns), *clocks])


def _clock(clock: dict[str, Any]) -> str:
    return f"{clock['title']}: {clock['left']} ({clock['last_safe']})"


def _candidates(block: dict[str, Any] | None) -> list[str]:
    if block is None:
        return []
    lines = [
        " · ".join(
            filter(None, (row["order_id_masked"], row["seen"], row["where"], row["order"], row["effect"]))
        )
        for row in block["rows"]
    ]
    said = [one["text"] for one in block["dismissed"]]
    return [
        *_titled(block["title"], lines),
        *(line for line in (block["lead"] if lines else None, block["all"], block["older"], *said) if line),
    ]


def _figure(row: dict[str, Any]) -> str:
    return " ".join([row["source"], row["day"], row["counts"], row["rate"], *row["findings"]])


def _problem(row: dict[str, Any]) -> str:
    return f"{row['where']}: {row['message']}"


def file_lines(file: dict[str, Any]) -> list[str]:
    """Return what a file is, the archive it lay in before it, and what is odd about it."""
    inside = f"{file['archive']} > " if file["archive"] else ""
    notes = (f"  {note}" for note in file["notes"])
    return [f"{inside}{file['file']}: {file['title']} ({file['summary']})", *notes]
