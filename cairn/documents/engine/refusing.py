"""Why a file is not taken: one sentence that is safe to show, and says what to do instead."""

from __future__ import annotations

from enum import StrEnum

from cairn.documents.engine.limits import MEGABYTE, MOST_BYTES

TAKEN = "Send Word (.docx), Excel (.xlsx), PDF, CSV, plain text, PNG or JPEG."


class Fault(StrEnum):
    """What is wrong with a file. The child process that looks into one answers with one of these, never with words."""

    HIDDEN_IN_NAME = "hidden_in_name"
    NO_NAME = "no_name"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_ON_THE_LIST = "not_on_the_list"
    OTHERWISE_NAMED = "otherwise_named"
    NOT_WHAT_IT_SAYS = "not_what_it_says"
    OLD_WORD = "old_word"
    OLD_EXCEL = "old_excel"
    OLD_OFFICE = "old_office"
    BINARY_EXCEL = "binary_excel"
    RICH_TEXT = "rich_text"
    WITH_PASSWORD = "with_password"
    MAIL = "mail"
    PROGRAM = "program"
    WEB_PAGE = "web_page"
    DRAWING = "drawing"
    ARCHIVE = "archive"
    MACROS = "macros"
    DAMAGED = "damaged"
    TOO_MUCH_WORK = "too_much_work"
    NOT_LOOKED_AT = "not_looked_at"
    TWO_THINGS = "two_things"
    TOO_MANY_PARTS = "too_many_parts"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    STRANGE_PARTS = "strange_parts"
    SOMETHING_WITHIN = "something_within"
    FETCHES = "fetches"
    FETCHES_TEMPLATE = "fetches_template"
    STRANGE_LINK = "strange_link"
    RUNS_COMMANDS = "runs_commands"
    ENTITIES = "entities"
    PDF_SCRIPT = "pdf_script"
    PDF_LAUNCHES = "pdf_launches"
    PDF_ATTACHMENT = "pdf_attachment"
    PDF_FORM = "pdf_form"
    TOO_MANY_PAGES = "too_many_pages"
    PICTURE_TOO_LARGE = "picture_too_large"
    NOT_TEXT = "not_text"
    NO_TABLES = "no_tables"
    TABLE_TOO_LARGE = "table_too_large"
    VIRUS = "virus"
    SCANNER_SILENT = "scanner_silent"

    @property
    def sentence(self) -> str:
        """What the person who sent it is told."""
        return SENTENCES[self]


SENTENCES = {
    Fault.HIDDEN_IN_NAME: "The name of the file holds signs that cannot be seen. Give it a plain one and send it.",
    Fault.NO_NAME: "The file has no name. Give it one and send it again.",
    Fault.EMPTY: "The file is empty.",
    Fault.TOO_LARGE: (
        f"The file is larger than {MOST_BYTES // MEGABYTE} MB. Send it in parts, or without large pictures."
    ),
    Fault.NOT_ON_THE_LIST: f"Files of this kind are not taken. {TAKEN}",
    Fault.OTHERWISE_NAMED: (
        "What is in the file is not what the end of its name says. Open it in the program that made it, save it again"
        " under its proper ending, and send that."
    ),
    Fault.NOT_WHAT_IT_SAYS: (
        "The file is not what the end of its name says, or it is damaged. Save it again in the program that made it,"
        " and send that."
    ),
    Fault.OLD_WORD: "This is an old Word file (.doc). Open it in Word, save it as .docx, and send that.",
    Fault.OLD_EXCEL: "This is an old Excel file (.xls). Open it in Excel, save it as .xlsx, and send that.",
    Fault.OLD_OFFICE: "This is a file of an old Office program. Save it as .docx, .xlsx or PDF, and send that.",
    Fault.BINARY_EXCEL: "This is a binary Excel file (.xlsb). Save it as .xlsx and send that.",
    Fault.RICH_TEXT: "This is a rich text file (.rtf). Save it as .docx and send that.",
    Fault.WITH_PASSWORD: "The file is protected by a password. Save it without one and send it; Cairn keeps it sealed.",
    Fault.MAIL: "This is a mail message. Save what it says as PDF, save its attachments, and send those.",
    Fault.PROGRAM: "This is a program, and programs are not taken.",
    Fault.WEB_PAGE: "This is a web page, which can hold scripts. Save it as PDF and send that.",
    Fault.DRAWING: "This is a drawing that can hold scripts (SVG). Save it as PNG or PDF and send that.",
    Fault.ARCHIVE: "This is an archive of other files. Unpack it and send the files themselves.",
    Fault.MACROS: "The file holds macros, which are programs. Save it without them, as .docx or .xlsx, and send that.",
    Fault.DAMAGED: "The file cannot be read: it is damaged or unfinished. Save it again and send that.",
    Fault.TOO_MUCH_WORK: "The file takes too long or too much memory to read. Save it as a simpler file, or as PDF.",
    Fault.NOT_LOOKED_AT: "The file could not be looked at just now, so it was not taken. Send it again in a moment.",
    Fault.TWO_THINGS: "The file is two things at once, which hides one of them. Save it again and send that.",
    Fault.TOO_MANY_PARTS: "The file is made of too many parts to be an ordinary document. Save it again, or as PDF.",
    Fault.UNPACKS_TOO_LARGE: "The file unpacks to far more than its size. Save it again, or as PDF.",
    Fault.STRANGE_PARTS: "The file is not packed as Word or Excel pack theirs. Save it again there, and send that.",
    Fault.SOMETHING_WITHIN: "The file holds another file inside it. Take it out, and send both by themselves.",
    Fault.FETCHES: "The file fetches pictures or data from elsewhere when it is opened. Put them in and send that.",
    Fault.FETCHES_TEMPLATE: (
        "The file fetches its template from elsewhere when it is opened. Copy what it says into a new document, or save"
        " it as PDF, and send that."
    ),
    Fault.STRANGE_LINK: "The file holds a link that starts a program. Take the link out and send it again.",
    Fault.RUNS_COMMANDS: "The file holds a field that asks another program to act. Take it out, or save it as PDF.",
    Fault.ENTITIES: "The file holds definitions that ordinary documents never hold. Save it again, or as PDF.",
    Fault.PDF_SCRIPT: "The PDF holds a script. Print it to PDF again, which leaves scripts out, and send that.",
    Fault.PDF_LAUNCHES: "The PDF opens something else by itself. Print it to PDF again and send that.",
    Fault.PDF_ATTACHMENT: "The PDF holds other files as attachments. Save them, and send each by itself.",
    Fault.PDF_FORM: "The PDF is a form that needs its own program. Print it to PDF again and send that.",
    Fault.TOO_MANY_PAGES: "The PDF has too many pages or parts. Send it in several files.",
    Fault.PICTURE_TOO_LARGE: "The picture has too many points to be shown. Save it smaller and send that.",
    Fault.NOT_TEXT: "The file is not plain text. Save it as text or CSV with the encoding UTF-8, and send that.",
    Fault.NO_TABLES: "A chronology is read from Word (.docx), Excel (.xlsx) or CSV. Send it as one of these.",
    Fault.TABLE_TOO_LARGE: (
        "A table in the file reaches further than any chronology does. Copy the rows that are filled into a new file,"
        " or send it in parts."
    ),
    Fault.VIRUS: "The virus scanner found something in this file. It was not taken. Tell your IT service.",
    Fault.SCANNER_SILENT: "The virus scanner does not answer, so nothing is taken now. Tell the office, and try later.",
}


class NotTaken(Exception):
    """A file is not taken. Nothing of it is kept.

    The message of the exception quotes nothing of the file, so that a log of it tells nothing.
    """

    def __init__(self, fault: Fault) -> None:
        super().__init__("A file was not taken.")
        self.fault = fault

    @property
    def sentence(self) -> str:
        """What the person who sent it is told."""
        return self.fault.sentence
