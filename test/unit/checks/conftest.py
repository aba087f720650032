"""What the tests of rules share: a subject of some dossiers or shapes, and the findings of one rule."""

from __future__ import annotations

from typing import Any, Callable, Sequence

import pytest
from factories import snapshot
from judging import surveys_alone

from anze_idle_land_plugin.checks.finding import Finding
from anze_idle_land_plugin.checks.run import chosen_rules, run
from anze_idle_land_plugin.checks.subject import Subject
from anze_idle_land_plugin.model.parcel import Parcel
from anze_idle_land_plugin.model.standing.snapshot import Dossier

Found = Callable[..., list[Finding]]


@pytest.fixture
def found() -> Found:
    """The findings of one rule in surveys or dossiers; context layers and the rest of a subject by keyword."""

    def run_rule(
        rule: str,
        *parcels: Parcel | Dossier,
        journal: Any = None,
        files: Sequence[Any] = (),
        standard: Any = None,
        **context: Any,
    ) -> Any:
        campaign = snapshot().campaign
        dossiers = [
            each if isinstance(each, Dossier) else surveys_alone([each], campaign).parcels[0] for each in parcels
        ]
        subject = Subject(snapshot(dossiers, **context), standard=standard, journal=journal, files=files)
        ran = run(subject, chosen_rules([rule]))
        assert not ran.not_run, f"{rule} could not be run: {ran.not_run[0][1]}"
        return list(ran.findings)

    return run_rule
