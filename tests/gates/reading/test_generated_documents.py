"""Documents made from the code hold what the code says today."""

from ops import architecture, generate_docs


def test_every_generated_document_is_current():
    assert generate_docs.out_of_date(generate_docs.ROOT / "docs" / "generated") == []


def test_a_document_that_was_changed_by_hand_is_found(tmp_path):
    generate_docs.write(tmp_path)
    assert generate_docs.out_of_date(tmp_path) == []
    changed = tmp_path / "architecture.md"
    changed.write_text(changed.read_text() + "and one more app\n")
    assert generate_docs.out_of_date(tmp_path) == ["architecture.md"]


def test_no_document_stands_among_the_generated_ones_that_nothing_makes():
    held = {path.name for path in (generate_docs.ROOT / "docs" / "generated").iterdir()}
    assert held == set(generate_docs.DOCUMENTS)


def test_the_architecture_page_shows_the_stack_from_the_top_down():
    page = architecture.architecture_markdown()
    assert page.index("`desk`") < page.index("`cases`") < page.index("`partnership`") < page.index("`kernel`")
    assert "## Announcements" in page
