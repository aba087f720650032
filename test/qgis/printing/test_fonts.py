"""Faces of a print: a chain for each role, another face for what one lacks, a refusal by name for what none has."""

from __future__ import annotations

import pytest

from anze_idle_land_plugin.printing.paper import fonts


@pytest.mark.parametrize("role", fonts.ROLES)
def test_every_role_is_drawn_in_an_installed_face(qgis_app: object, role: str) -> None:
    assert fonts.face(role) == fonts.faces(role)[0]


def test_a_text_of_one_face_is_one_run(qgis_app: object) -> None:
    (run,) = fonts.runs(fonts.BODY, "安泽县2023-G-001")
    assert run.text == "安泽县2023-G-001"
    assert run.advance == pytest.approx(fonts.advance(fonts.BODY, run.text))


@pytest.mark.parametrize("rare", ["𠮷", "䶮"])
def test_a_rare_character_is_drawn_by_a_face_that_has_it(qgis_app: object, rare: str) -> None:
    runs = fonts.runs(fonts.BODY, f"府城{rare}村")
    assert "".join(run.text for run in runs) == f"府城{rare}村"
    for run in runs:
        for character in run.text:
            assert fonts._has(run.face, character)


def test_a_character_of_no_face_is_refused_by_name(qgis_app: object) -> None:
    with pytest.raises(fonts.CharacterMissing) as refused:
        fonts.runs(fonts.BODY, "村\ue0ff")
    assert "U+E0FF" in str(refused.value)


def test_line_ends_and_tabs_take_no_room(qgis_app: object) -> None:
    assert fonts.advance(fonts.BODY, "村\n\t") == fonts.advance(fonts.BODY, "村")


def test_digits_are_equally_wide_in_tables(qgis_app: object) -> None:
    assert len({fonts.advance(fonts.BODY, digit) for digit in "0123456789"}) == 1


def test_what_is_missing_names_the_wanted_and_the_used_face(qgis_app: object) -> None:
    notes = {note.values["wanted"]: note.values["used"] for note in fonts.missing_faces()}
    for wanted, used in notes.items():
        assert used not in fonts.catalogue.table("print_fonts")[0].values(), wanted
        assert used
