"""Projects as other programs write them, with made-up words: their namespaces, paths, cases and ways to count."""

import io
import zipfile

NAMESPACE = "urn:QDA-XML:project:1.0"
CODES = {"trust": "11111111-1111-4111-8111-111111111111", "calls": "22222222-2222-4222-8222-222222222222"}
GROUP, SOURCE = "33333333-3333-4333-8333-333333333333", "44444444-4444-4444-8444-444444444444"
CASE, VARIABLE = "55555555-5555-4555-8555-555555555555", "66666666-6666-4666-8666-666666666666"
SEVERAL = "77777777-7777-4777-8777-7777777777{:02}"

LEVELS = (
    f'<CodeBook><Codes><Code guid="{GROUP}" name="Communications" isCodable="true">'
    f'<Code guid="{CODES["trust"]}" name="We trust each other" isCodable="true"/>'
    f'<Code guid="{CODES["calls"]}" name="Calls break off" isCodable="true"/></Code></Codes></CodeBook>'
)
FLAT = (
    f'<CodeBook><Codes><Code guid="{CODES["trust"]}" name="We trust each other" isCodable="true"/>'
    f'<Code guid="{CODES["calls"]}" name="Calls break off" isCodable="true"/></Codes></CodeBook>'
)
TEXT = "We trust each other 🙂 here.\nThe calls break off.\nলাইন কেটে যায়।\n"


def packed(qde, texts, name="project.qde", folder="sources"):
    """A .qdpx of its XML and its texts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, qde)
        for path, text in texts.items():
            archive.writestr(f"{folder}/{path}", text if isinstance(text, bytes) else text.encode())
    return buffer.getvalue()


def project(inside, origin, namespace=NAMESPACE):
    """The XML of a project."""
    head = f'<?xml version="1.0" encoding="utf-8"?><Project xmlns="{namespace}" name="P" origin="{origin}">'
    return f"{head}{inside}</Project>"


def marked(number, start, end, *codes, name="", coder=""):
    """A marked place with its codes."""
    by = f' creatingUser="{coder}"' if coder else ""
    codings = "".join(
        f'<Coding guid="{SEVERAL.format(50 + number)}"{by}><CodeRef targetGUID="{code}"/></Coding>' for code in codes
    )
    ends = "" if end is None else f' endPosition="{end}"'
    return (
        f'<PlainTextSelection guid="{SEVERAL.format(number)}" name="{name}" startPosition="{start}"{ends}>'
        f"{codings}</PlainTextSelection>"
    )


def span(text, words):
    """Where words stand in a text."""
    start = text.index(words)
    return start, start + len(words)


def nvivo():
    """NVivo: GUIDs of any case, text with CR LF, a person whose places are coded with the case itself."""
    written = TEXT.replace("\n", "\r\n")
    case = f'<Cases><Case guid="{CASE}" name="Anna"><VariableValue><VariableRef targetGUID="{VARIABLE}"/>'
    case += "<TextValue>Nepal</TextValue></VariableValue></Case></Cases>"
    book = LEVELS.replace("</Codes>", f'<Code guid="{CASE}" name="Anna" isCodable="true"/></Codes>')
    variables = f'<Variables><Variable guid="{VARIABLE}" name="Cases:Team" typeOfVariable="Text"/></Variables>'
    places = marked(1, *span(written, "We trust each other"), CODES["trust"].upper())
    places += marked(2, *span(written, "The calls break off"), CODES["calls"], CODES["trust"])
    places += marked(3, 0, len(written) - 20, CASE)
    source = f'<TextSource guid="{SOURCE.upper()}" name="Interview" richTextPath="internal://{SOURCE}.docx" '
    source += f'plainTextPath="internal://{SOURCE}.txt">{places}</TextSource>'
    inside = f"{book}{variables}{case}<Sources>{source}</Sources>"
    return packed(project(inside, "NVivo for Windows 14"), {f"{SOURCE}.txt": written, f"{SOURCE}.docx": b"PK"})


def atlas():
    """ATLAS.ti: its XML is called after the project, codes are in groups, an end of a line counts once."""
    places = marked(1, *span(TEXT, "We trust each other"), CODES["trust"])
    places += marked(2, *span(TEXT, "লাইন কেটে যায়"), CODES["calls"])
    group = f'<Sets><Set guid="{GROUP}" name="Communications">'
    group += "".join(f'<MemberCode targetGUID="{code}"/>' for code in CODES.values()) + "</Set></Sets>"
    source = f'<TextSource guid="{SOURCE}" name="Notes" plainTextPath="internal://{SOURCE}.txt">{places}</TextSource>'
    inside = f"{FLAT}<Sources>{source}</Sources>{group}"
    texts = {f"{SOURCE}.txt": b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()}
    return packed(project(inside, "ATLAS.ti Win 23.4.0"), texts, "Trial.qde")


def maxqda():
    """MAXQDA: values of a document in a case without a name, positions in units of UTF-16, a picture beside it."""
    wide = TEXT.encode("utf-16-le")
    place = span(TEXT, "The calls break off")
    start, end = (len(TEXT[:each].encode("utf-16-le")) // 2 for each in place)
    assert len(wide) // 2 > len(TEXT)
    value = f'<VariableValue><VariableRef targetGUID="{VARIABLE}"/><TextValue>Bangladesh</TextValue></VariableValue>'
    case = f'<Cases><Case guid="{CASE}">{value}<SourceRef targetGUID="{SOURCE}"/></Case></Cases>'
    variables = f'<Variables><Variable guid="{VARIABLE}" name="Team" typeOfVariable="Text"/></Variables>'
    source = f'<TextSource guid="{SOURCE}" name="Doc" plainTextPath="internal://{SOURCE}.txt">'
    source += f"{marked(1, start, end, CODES['calls'], name='The calls')}</TextSource>"
    picture = f'<PictureSource guid="{GROUP}" name="Wall.jpg"><PictureSelection guid="{CASE}"/></PictureSource>'
    inside = f"{LEVELS}{variables}{case}<Sources>{source}{picture}</Sources>"
    return packed(project(inside, "MAXQDA 24 (Release 24.7.0)"), {f"{SOURCE}.txt": TEXT})


def qualcoder():
    """QualCoder: its folder has a capital, its XML a byte order mark, two people coded the same words."""
    people = "".join(f'<User guid="{SEVERAL.format(n)}" name="{name}"/>' for n, name in ((91, "Asha"), (92, "Bikash")))
    place = span(TEXT, "We trust each other")
    places = marked(1, *place, CODES["trust"], coder=SEVERAL.format(91))
    places += marked(2, *place, CODES["trust"], coder=SEVERAL.format(92)) + marked(3, 4, None, CODES["calls"])
    source = f'<TextSource guid="{SOURCE}" name="a.txt" plainTextPath="internal://a.txt">{places}</TextSource>'
    qde = project(f"<Users>{people}</Users>{LEVELS}<Sources>{source}</Sources>", "QualCoder 3.8")
    return packed(b"\xef\xbb\xbf" + qde.encode(), {"a.txt": TEXT}, folder="Sources")
