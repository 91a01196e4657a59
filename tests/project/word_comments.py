#!/usr/bin/env python3
"""The copy that `check --comments` writes: the findings are its comments, and nothing else of the file has changed.
A word processor that is not ours opens it, where LibreOffice is installed.

usage: word_comments.py PROGRAM
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

DRAFT = {
    "[Content_Types].xml": """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
</Types>""",
    "_rels/.rels": f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>""",
    "word/_rels/document.xml.rels": f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{RELATION}/styles" Target="styles.xml"/></Relationships>""",
    "word/styles.xml": f"""<?xml version="1.0" encoding="UTF-8"?>
<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>""",
    "word/document.xml": f"""<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="{W}"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Fire at the Alder Street pier</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The fire at the Alder Street pier on Tuesday hurt </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>19 people</w:t></w:r>
<w:r><w:t xml:space="preserve">, the harbour office said. Repairs of the pier will cost $5.4 million, it said.</w:t></w:r></w:p>
</w:body></w:document>""",
    "docProps/thumbnail.png": "not even a picture",
}
WIRE = ("Fire at the Alder Street pier\n\nThe fire at the Alder Street pier on Tuesday hurt 17 people, the harbour office said. "
        "Repairs of the pier will cost $4.5 million, it said.\n")
MAY_CHANGE = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"}


def check_entries(before, after):
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after) as new:
        assert new.testzip() is None
        for name in old.namelist():
            if name not in MAY_CHANGE:
                assert new.read(name) == old.read(name), f"{name} has changed"
        added = set(new.namelist()) - set(old.namelist())
        assert added == {"word/comments.xml"}, added
        for name in (*MAY_CHANGE, *added):
            ElementTree.fromstring(new.read(name))
        comments = ElementTree.fromstring(new.read("word/comments.xml"))
        return ["".join(comment.itertext()) for comment in comments]


def words_between(paragraphs, start):
    """What stands between the beginning of an annotation and its end, in document order."""
    name, words, inside = start.get(OFFICE + "name"), "", False

    def walk(node):
        nonlocal words, inside
        if node is start:
            inside = True
        elif node.tag == OFFICE + "annotation-end" and node.get(OFFICE + "name") == name:
            inside = False
        elif node.tag != OFFICE + "annotation":
            words += (node.text or "") if inside else ""
            for child in node:
                walk(child)
        words += (node.tail or "") if inside else ""

    walk(paragraphs)
    return words


def check_in_office(soffice, folder, path, wanted):
    profile = "file://" + os.path.join(folder, "profile")
    done = subprocess.run([soffice, "-env:UserInstallation=" + profile, "--headless", "--convert-to", "fodt", "--outdir", folder, path],
                          capture_output=True, timeout=300)
    made = os.path.splitext(path)[0] + ".fodt"
    assert os.path.exists(made), (done.returncode, done.stdout, done.stderr)
    root = ElementTree.parse(made).getroot()
    text = root.find(f"{OFFICE}body/{OFFICE}text")
    notes = list(text.iter(OFFICE + "annotation"))
    marked = [(words_between(text, note), "".join(note.itertext())) for note in notes]
    assert len(notes) == len(wanted), (len(notes), wanted)
    for words, said in (("19", "17"), ("$5.4 million", "$4.5 million")):
        assert any(at == words and said in note for at, note in marked), (words, marked)
    for finding in wanted:
        assert any(finding[-18:] in note for _, note in marked), (finding, marked)  # its fingerprint
    assert all("crosscheck" in "".join(note.itertext()) for note in notes), marked


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        draft, copy = os.path.join(folder, "draft.docx"), os.path.join(folder, "out.docx")
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as out:
            for name, content in DRAFT.items():
                out.writestr(name, content)
        with open(os.path.join(folder, "wire.txt"), "w", encoding="utf8") as file:
            file.write(WIRE)
        command = [program, "check", "--no-config", "--today", "2026-11-26", "--draft", "draft.docx", "draft.docx", "wire.txt"]
        done = subprocess.run([*command, "--comments", "out.docx"], cwd=folder, capture_output=True, timeout=60)
        assert done.returncode == subprocess.run(command, cwd=folder, capture_output=True, timeout=60).returncode, done
        assert done.stdout.decode().count("draft.docx, paragraph 2, character") >= 2, done.stdout.decode()
        with open(draft, "rb") as file:
            before = file.read()
        comments = check_entries(draft, copy)
        report = json.loads(subprocess.run([*command, "--format", "json"], cwd=folder, capture_output=True, timeout=60).stdout)
        assert len(comments) == len(report["findings"]) >= 2, comments
        with open(draft, "rb") as file:
            assert file.read() == before, "the draft itself was touched"
        full = subprocess.run([*command, "--comments", "/dev/full"], cwd=folder, capture_output=True, timeout=60)
        assert full.returncode in (2, 4) and b"/dev/full" in full.stderr, full
        soffice = shutil.which("soffice") or shutil.which("libreoffice")
        if soffice is None:
            print("no LibreOffice is installed (scripts/test --all installs it): the copy was checked by its parts only")
            return
        check_in_office(soffice, folder, copy, comments)
        print("the comments hold, by their parts and in LibreOffice")


if __name__ == "__main__":
    main()
