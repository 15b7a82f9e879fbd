"""However quiet a day is, its job anchors the record of events, once what is under way is committed."""

import pytest

from cairn.audit.engine import anchors
from cairn.partnership import jobs
from tests.audit.recording import AT, some_events


@pytest.mark.django_db
def test_the_job_of_the_day_writes_an_anchor_after_the_commit(settings, tmp_path, django_capture_on_commit_callbacks):
    settings.AUDIT_ANCHORS = tmp_path / "anchors"
    some_events(3)
    (job,) = [job for job in jobs.registered() if job.name == "anchor_events"]
    with django_capture_on_commit_callbacks(execute=True):
        job.run(AT)
        assert list(anchors.read(tmp_path / "anchors")) == []
    assert [written.count for written in anchors.read(tmp_path / "anchors")] == [3]
