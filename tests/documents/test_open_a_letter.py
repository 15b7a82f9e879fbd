"""What a Word file may hold that is to go out under the partnership's name, and what is left out of every copy."""

import io
import zipfile
from random import Random

import pytest

from cairn.documents.engine.papers import package, word
from cairn.documents.engine.papers.filling import fields_in, fill
from cairn.documents.engine.papers.package import NotALetter, opened, packed
from tests.documents.letters import EXTERNAL, W, changed, in_paragraph, in_place_of, letter, related
from tests.documents.papers import paper, parts_of

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
SECRET = "Jane Doe of the office"


def refused(file: bytes) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(NotALetter) as no:
        opened(file)
    assert str(no.value) == "A Word file cannot serve as a letter."
    return no.value.sentence


def zipped(**parts: bytes) -> bytes:
    return packed({name.replace("__", "/"): content for name, content in parts.items()})


def with_entities(text: str) -> str:
    head, _, rest = text.partition("?>")
    return f"{head}?>{DOCTYPE}{rest}"


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"%PDF-1.7",
        zipped(a=b"b"),
        packed({"[Content_Types].xml": package.MAIN.encode()}),
        letter("x")[:-30],
        changed(letter("x"), types=in_place_of("document.main+xml", "template.main+xml")),
        changed(letter("x"), types=in_place_of(package.MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml")),
        changed(letter("x"), document=lambda text: text[:-9]),
        changed(letter("x"), document=with_entities),
        changed(letter("x"), core=with_entities),
    ],
    ids=["empty", "PDF", "zip", "types only", "cut short", "template", "macros", "torn", "entities", "entities aside"],
)
def test_what_is_no_word_document_is_refused(file: bytes):
    assert refused(file) == package.NOT_WORD


def test_a_damaged_file_is_refused_or_read_and_never_stops_the_program():
    whole, chance = letter("Dear {{ agency_name }}"), Random(20261125)
    answers = set()
    for round_ in range(400):
        torn = bytearray(whole)
        at = chance.randrange(len(torn) - 60)
        longest = 2 if round_ % 2 else 60
        torn[at : at + chance.randrange(1, longest)] = chance.randbytes(chance.randrange(longest))
        if round_ % 4 == 0:
            torn = bytearray(whole)
            torn[at] ^= 1 + chance.randrange(255)
        try:
            answers.add(str(fields_in(bytes(torn))))
        except NotALetter as no:
            answers.add(no.sentence)
    assert package.NOT_WORD in answers
    assert str(frozenset({"agency_name"})) in answers


def test_packing_that_word_does_not_use_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as into:
        for name, content in parts_of(letter("x")).items():
            into.writestr(name, content)
    assert refused(file.getvalue()) == package.NOT_WORD


def test_what_unpacks_to_more_than_a_letter_is_refused_before_it_is_unpacked():
    assert (
        refused(packed({**parts_of(letter("x")), "word/media/a.png": bytes(package.MOST_BYTES)})) == package.TOO_LARGE
    )
    many = {f"word/media/{number}.png": b"x" for number in range(package.MOST_PARTS)}
    assert refused(packed({**parts_of(letter("x")), **many})) == package.TOO_LARGE


@pytest.mark.parametrize("mark", ["ins", "del", "moveFrom"])
def test_tracked_changes_are_refused_because_they_name_people(mark: str):
    tracked = f'<w:{mark} w:id="1" w:author="{SECRET}"><w:r><w:t>x</w:t></w:r></w:{mark}>'
    assert refused(in_paragraph(tracked)) == package.REVIEWED


def test_comments_are_refused_because_they_name_people():
    comments = f'<w:comments {W}><w:comment w:id="1" w:author="{SECRET}"><w:p/></w:comment></w:comments>'
    assert refused(packed({**parts_of(letter("x")), "word/comments.xml": comments.encode()})) == package.REVIEWED


@pytest.mark.parametrize("kind", ["oleObject", "package", "aFChunk", "vbaProject", "control", "subDocument"])
def test_other_files_and_programs_inside_are_refused(kind: str):
    assert refused(changed(letter("x"), relations=related(kind, "inside.bin"))) == package.HOLDS_FILES


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://example.org/seen.png"),
        ("frame", "other.docx"),
        ("hyperlink", "file://server/share"),
        ("hyperlink", r"\\server\share"),
        ("hyperlink", "javascript:alert(1)"),
    ],
)
def test_what_is_fetched_from_outside_is_refused(kind: str, target: str):
    assert refused(changed(letter("x"), relations=related(kind, target, EXTERNAL))) == package.OUTSIDE


@pytest.mark.parametrize("target", ["https://example.org", "mailto:office@example.org", "HTTP://example.org"])
def test_ordinary_links_are_kept(target: str):
    file = changed(letter("x"), relations=related("hyperlink", target, EXTERNAL))
    assert target in opened(file)["word/_rels/document.xml.rels"].decode()


def test_a_mail_merge_is_refused_because_it_knows_where_other_data_lies():
    file = changed(letter("x"), settings=in_place_of("</w:settings>", "<w:mailMerge/></w:settings>"))
    assert refused(file) == package.MAIL_MERGE


def begun(*inner: str) -> str:
    marks = "".join(f"<w:r>{part}</w:r>" for part in inner)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{marks}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def code(text: str) -> str:
    return f'<w:instrText xml:space="preserve">{text}</w:instrText>'


@pytest.mark.parametrize(
    "inner",
    [
        '<w:fldSimple w:instr=" INCLUDEPICTURE http://example.org/a.png "/>',
        begun(code(" DDE"), code("AUTO c:\\windows\\system32\\cmd.exe ")),
        begun(code(' IF "'), begun(code(" INCLUDETEXT x ")), code('" = "a" ')),
        begun(code(" PAGE "), begun(code(" LINK x "))),
        f"<w:r>{code(' MACROBUTTON x ')}</w:r>",
        f'<w:r><w:fldChar w:fldCharType="begin"/>{code(" DATABASE x ")}</w:r>',
    ],
)
def test_word_fields_that_fetch_or_run_something_are_refused(inner: str):
    assert "has a Word field of a kind that is not used here" in refused(in_paragraph(inner))


@pytest.mark.parametrize(
    "inner",
    [
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
        begun(code(" dat"), code('e \\@ "d MMMM yyyy" ')),
        begun(code(" = "), begun(code(" NUMPAGES ")), code(" - 1 ")),
        begun(),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_page_numbers_and_dates_are_kept(inner: str):
    assert opened(in_paragraph(inner))["word/document.xml"]


def test_what_tells_of_people_and_places_is_left_out_of_every_copy():
    file = changed(
        letter("Dear {{ who }}"),
        core=in_place_of("<dc:creator>", f"<dc:creator>{SECRET}"),
        custom=lambda _: f"<Properties><p>{SECRET}</p></Properties>",
        people=lambda _: f"<w15:people xmlns:w15='x'><p n='{SECRET}'/></w15:people>",
        settings=in_place_of("</w:settings>", '<w:attachedTemplate w:id="rId1"/></w:settings>'),
        package_relations=related("custom-properties", "docProps/custom.xml"),
        relations=related("people", "/word/people.xml"),
        types=in_place_of("</Types>", '<Override PartName="/word/people.xml" ContentType="a/b"/></Types>'),
    )
    held = parts_of(file)
    held["customXml/item1.xml"] = f"<x>{SECRET}</x>".encode()
    held["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="http://x/attachedTemplate" Target="file:///C:/Users/{SECRET}/a.dotm" TargetMode="External"/>'
        "</Relationships>"
    ).encode()
    assert SECRET.encode() in b"".join(held.values())
    parts = parts_of(fill(packed(held), {"who": "all"}))
    assert SECRET.encode() not in b"".join(parts.values())
    gone = {"docProps/custom.xml", "word/people.xml", "docProps/thumbnail.jpeg", "customXml/item1.xml"}
    assert not gone & set(parts)
    assert b"people" not in parts["[Content_Types].xml"] + parts["word/_rels/document.xml.rels"]
    assert b"attachedTemplate" not in parts["word/settings.xml"]
    assert b"creator" not in parts["docProps/core.xml"]


def test_text_bound_to_what_is_left_out_is_no_longer_bound():
    control = "<w:sdtContent><w:r><w:t>{{ x }}</w:t></w:r></w:sdtContent>"
    bound = f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr>{control}</w:sdt>'
    filled = fill(in_paragraph(bound), {"x": "said"})
    assert b"dataBinding" not in parts_of(filled)["word/document.xml"]
    assert b"said" in parts_of(filled)["word/document.xml"]


def test_parts_in_folders_above_are_found_by_their_place():
    file = changed(letter("x"), relations=related("customXml", "../customXml/./item9.xml"))
    held = {**parts_of(file), "customXml/item9.xml": b"<x/>"}
    assert "customXml/item9.xml" not in opened(packed(held))


def test_our_own_word_papers_are_letters():
    assert fields_in(word.write(paper())) == frozenset()
    assert set(opened(word.write(paper()))) == set(parts_of(word.write(paper())))
