"""Names: what an order with a defect is called where its whole id is not to be read."""

from __future__ import annotations

from calculator.defects import Defect
from calculator.explain.course.course import Course
from calculator.explain.course.moves import kind_of
from calculator.explain.defects import label_of
from calculator.messages import text


def name_of(order_id: str, course: Course) -> str:
    """Return the masked id of an order and what it is marked for."""
    label = label_of(course.marks[order_id][0], course.lang)
    kind = kind_of(order_id, course)
    if kind == "several":
        return course.text("watch.name_several", order=label)
    return course.text("watch.name", order=label, type=text(course.lang, f"explain.defects.{kind}"))


def name_of_defect(defect: Defect, course: Course) -> str:
    """Return the masked id of the order of a defect and what this defect is."""
    kind = text(course.lang, f"explain.defects.{defect.type}")
    return course.text("watch.name", order=label_of(defect, course.lang), type=kind)
