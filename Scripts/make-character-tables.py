#!/usr/bin/env python3
"""Makes Sources/Sales/PinyinTable.swift and Sources/Sales/FoldingTable.swift from the Unicode character database.

    Scripts/make-character-tables.py [FOLDER]

FOLDER holds UnicodeData.txt, CaseFolding.txt and the Unihan_*.txt(.bz2) files; Debian's package unicode-data installs
them in /usr/share/unicode (the default). The result depends on nothing else: same data, same bytes.
"""

import bz2
import os
import sys
import unicodedata

FOLDER = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Sources", "Sales")

# Six bits a character: '0' (48) to 'o' (111), leaving out nothing but mapping the backslash, which Swift would
# take for an escape, to 'p'.
DIGITS = "".join(chr(48 + n) for n in range(64)).replace("\\", "p")

HEADER = """/// {about}
///
/// Made by Scripts/make-character-tables.py from the Unicode character database (Unicode {version}); do not edit.
/// Data: Copyright Unicode, Inc., under the Unicode License, https://www.unicode.org/license.txt
"""


def lines(name):
    path = os.path.join(FOLDER, name)
    if os.path.exists(path + ".bz2"):
        file = bz2.open(path + ".bz2", "rt", encoding="utf-8")
    else:
        file = open(path, encoding="utf-8")
    with file:
        for line in file:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line


def version():
    with open(os.path.join(FOLDER, "CaseFolding.txt"), encoding="utf-8") as file:
        return file.readline().strip().removeprefix("# CaseFolding-").removesuffix(".txt")


def unihan(name, wanted):
    """{code point: text} of one property."""
    found = {}
    for line in lines(name):
        code, key, value = line.split("\t", 2)
        if key == wanted:
            found[int(code[2:], 16)] = value
    return found


def number(value, width):
    assert 0 <= value < 64 ** width, value
    text = ""
    for _ in range(width):
        text = DIGITS[value % 64] + text
        value //= 64
    return text


def literal(text, step=108):
    """A Swift multi-line literal without line breaks in its value."""
    rows = [text[at : at + step] for at in range(0, len(text), step)]
    return '"""\n' + "\\\n".join("        " + row for row in rows) + '\n        """'


# --- pinyin -----------------------------------------------------------------------------------------------------

TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


def syllable(reading):
    """`lǜ` is ("lv", 4); a neutral tone is 5."""
    tone, letters = 5, ""
    for mark in unicodedata.normalize("NFD", reading):
        if mark in TONES:
            tone = TONES[mark]
        elif mark == "\u0308":
            letters = letters[:-1] + "v"
        elif mark.isascii() and mark.isalpha():
            letters += mark
    return letters, tone


def readings():
    found = {}
    for code, value in unihan("Unihan_Readings.txt", "kXHC1983").items():
        found[code] = value.split()[0].split(":")[-1]
    for code, value in unihan("Unihan_Readings.txt", "kHanyuPinyin").items():
        found.setdefault(code, value.split()[0].split(":")[1].split(",")[0])
    for code, value in unihan("Unihan_Readings.txt", "kMandarin").items():
        found[code] = value.split()[0]  # the first is the one of the mainland
    return {code: syllable(value) for code, value in found.items() if syllable(value)[0]}


def pinyin_table():
    found = readings()
    names = sorted({name for name, _ in found.values()})
    index = {name: at for at, name in enumerate(names)}

    def entry(code):
        if code not in found:
            return number(0, 2)
        name, tone = found[code]
        return number(1 + index[name] * 5 + tone - 1, 2)

    common = unihan("Unihan_OtherMappings.txt", "kTGH")
    rare = sorted(code for code in found if code >= 0x20000 and code in common)
    with open(os.path.join(TARGET, "PinyinTable.swift"), "w", encoding="utf-8") as out:
        out.write(HEADER.format(about="The reading of every Han character that has one, for `Pinyin`.", version=version()))
        out.write(
            f"""enum PinyinTable {{
    /// The {len(names)} syllables, each six wide and filled up with points, ü written v.
    static let syllables: StaticString =
        {literal("".join(name.ljust(6, ".") for name in names))}

    /// U+3400 to U+4DBF, two digits each: 0, or 1 + 5 × syllable + (tone − 1); tone 5 is the neutral one.
    static let extensionA: StaticString =
        {literal("".join(entry(code) for code in range(0x3400, 0x4DC0)))}

    /// U+4E00 to U+9FFF, likewise.
    static let unified: StaticString =
        {literal("".join(entry(code) for code in range(0x4E00, 0xA000)))}

    /// The characters of the Table of General Standard Chinese Characters (2013) beyond the first plane, ascending:
    /// three digits of the code point − U+20000, two of the reading.
    static let rare: StaticString =
        {literal("".join(number(code - 0x20000, 3) + entry(code) for code in rare))}
}}
"""
        )


# --- folding ----------------------------------------------------------------------------------------------------

# Letters that Unicode does not decompose, as they are written where there is only ASCII.
LETTERS = {
    "ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
    "ı": "i", "ĸ": "k", "ŋ": "n", "ŧ": "t", "ƒ": "f", "ə": "e", "ɨ": "i", "ʉ": "u", "ƶ": "z", "ɓ": "b", "ɖ": "d",
    "ɗ": "d", "ƙ": "k", "ƴ": "y", "ς": "σ", "ŀ": "l", "ʼ": "'", "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-",
    "—": "-", "‐": "-", "‑": "-", "−": "-", "·": "", "・": "", "、": ",", "。": ".", "「": '"', "」": '"', "《": '"',
    "》": '"', "【": "[", "】": "]",
    # Traditional characters that Unicode names no simplified form for, but that every reader of both takes for one.
    "週": "周", "裏": "里", "裡": "里", "臺": "台", "檯": "台", "颱": "台", "係": "系", "蹟": "迹", "甦": "苏",
}
# Invisible characters that come with pasted text: soft hyphen, joiners, directions, byte order mark, selectors.
REMOVED = [0xAD, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)]


def decompositions():
    found = {}
    for line in lines("UnicodeData.txt"):
        fields = line.split(";")
        if fields[5]:
            parts = [part for part in fields[5].split() if not part.startswith("<")]
            found[int(fields[0], 16)] = [int(part, 16) for part in parts]
    return found


def casefolds():
    found = {}
    for line in lines("CaseFolding.txt"):
        code, status, to = [part.strip() for part in line.split(";")[:3]]
        if status in "CF":
            found[int(code, 16)] = [int(part, 16) for part in to.split()]
    return found


def simplified():
    """Traditional to simplified, only where there is one answer."""
    found = {}
    forms = unihan("Unihan_Variants.txt", "kSimplifiedVariant")
    for code, value in forms.items():
        targets = [int(part[2:], 16) for part in value.split()]
        if len(targets) == 1 and targets[0] != code and targets[0] < 0x30000:
            found[code] = targets[0]
    return found


def fold_table():
    parts, cases, simple = decompositions(), casefolds(), simplified()
    letters = {ord(a): [ord(c) for c in b] for a, b in LETTERS.items()}
    removed = set(REMOVED)

    def fold(code, depth=0):
        """The folded scalars of one code point, to the fixed point."""
        assert depth < 12, hex(code)
        if code in removed or 0x300 <= code <= 0x36F:
            return []
        if code in letters:
            step = letters[code]
        elif code in cases and cases[code] != [code]:
            step = cases[code]
        elif code in parts and not 0x3041 <= code <= 0x30FF:  # kana keep their voicing marks
            step = parts[code]
        elif code in simple:
            step = [simple[code]]
        else:
            return [code]
        return [last for next_ in step for last in fold(next_, depth + 1)]

    sources = set(parts) | set(cases) | set(letters) | set(simple) | removed | set(range(0x300, 0x370))
    pages = []
    records, texts, offsets = "", "", {}
    count = 0
    by_page = {}
    for code in sorted(sources):
        if code >= 0x40000 or code < 0x80 or 0xAC00 <= code <= 0xD7A3:
            continue
        to = fold(code)
        if to == [code]:
            continue
        by_page.setdefault(code >> 6, []).append((code, to))
    for page in range((0x30000 >> 6) + 1):
        pages.append(count)
        for code, to in by_page.get(page, []):
            if len(to) == 0:
                target = 0
            elif len(to) == 1:
                target = to[0]
            else:
                text = "".join(map(chr, to)).strip() if code not in (0xA0,) else " "
                if not text:
                    text = " "
                if text not in offsets:
                    offsets[text] = len(texts.encode()) + 0
                    texts += text + "\n"
                target = 0x38000 + offsets[text]
            records += DIGITS[code & 63] + number(target, 3)
            count += 1
    escaped = texts.replace("\\", "\\\\")
    # The expansions are kept one a row, so that the file can be read; the row's end ends the text.
    rows = "\n".join("        " + row for row in escaped.rstrip("\n").split("\n"))
    with open(os.path.join(TARGET, "FoldingTable.swift"), "w", encoding="utf-8") as out:
        out.write(HEADER.format(about="What each character folds to, for `folded(_:)`.", version=version()))
        out.write(
            f"""enum FoldingTable {{
    /// For every 64 code points from U+0000 to U+2FFFF, and the end: the number of its first record, three digits.
    static let pages: StaticString =
        {literal("".join(number(page, 3) for page in pages))}

    /// {count} records, ascending: one digit of the code point in its page, three of what it folds to: 0 nothing, from
    /// U+38000 on a place in `expansions`, else a scalar.
    static let records: StaticString =
        {literal(records)}

    /// The foldings of more than one scalar, in UTF-8, each ended by a line feed.
    static let expansions: StaticString = \"\"\"
{rows}

        \"\"\"
}}
"""
        )
    print(f"{count} foldings, {len(texts.encode())} bytes of expansions")


pinyin_table()
fold_table()
