"""Codes as file names keep their Chinese, lose what no file system takes, and never meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anze_idle_land_plugin.model.file_names import legal_name, legal_names


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2023-G-017", "2023-G-017"),
        ("府城镇/1号", "府城镇_1号"),
        ("a:b*c", "a_b_c"),
        ("地块. ", "地块"),
        ("CON", "_CON"),
        ("", "_"),
    ],
)
def test_a_code_keeps_all_that_a_file_system_takes(code: str, name: str) -> None:
    assert legal_name(code) == name


def test_two_codes_with_one_name_get_two_files() -> None:
    assert legal_names(["a/1", "a_1", "A:1"]) == {"a/1": "a_1", "a_1": "a_1-2", "A:1": "A_1-3"}


@given(st.lists(st.text(max_size=200), unique=True))
def test_no_two_codes_ever_share_a_file(codes: list[str]) -> None:
    names = legal_names(codes)
    assert len({name.casefold() for name in names.values()}) == len(codes)
    assert all(name and not set(name) & set('\\/:*?"<>|\n') for name in names.values())
