import Formats
import Sales
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// What libFuzzer calls with one input after another, a million times: a reader takes it to its end. Whatever the bytes are, no
// reader may crash, read beyond what it has, hang or take a great deal of memory. `Fuzz/run` builds it and runs it.

/// Which reader, by `KONTOR_FUZZ`: one program for all, as each costs minutes to build.
private let target = getenv("KONTOR_FUZZ").map { String(cString: $0) } ?? ""

private let read: @Sendable ([UInt8]) -> Void =
    switch target {
    case "csv": fuzzCSV
    case "vcard": fuzzCards
    case "calendar": fuzzCalendar
    case "json": fuzzJSON
    case "filter": fuzzFilter
    case "dates": fuzzDates
    case "encodings": fuzzEncodings
    case "names": fuzzNames
    default: fatalError("KONTOR_FUZZ names no reader: csv, vcard, calendar, json, filter, dates, encodings, names")
    }

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

@Sendable private func fuzzCSV(_ bytes: [UInt8]) {
    guard var table = try? CSVTable(bytes) else { return }
    var writer = CSVWriter()
    while let entry = try? table.next() {
        guard case .row(let row) = entry else { continue }
        // What is written must be read back as it was.
        let cells = (0..<row.count).map { FormulaGuard.remove(row[$0]) }
        for cell in cells { precondition(FormulaGuard.remove(FormulaGuard.protect(cell)).utf8.elementsEqual(cell.utf8)) }
        writer.row(cells)
    }
    _ = table.decodingProblems.list.count
}

@Sendable private func fuzzCards(_ bytes: [UInt8]) {
    guard var reader = try? VCardReader(bytes) else { return }
    while let card = try? reader.next() { _ = card }
    _ = reader.problems.list.count
}

@Sendable private func fuzzCalendar(_ bytes: [UInt8]) {
    guard var reader = try? CalendarReader(bytes) else { return }
    var zones = CalendarZones(own: Zone("Asia/Shanghai")!, until: 2028)
    let begin = Day(2026, 11, 1)!.number * 86_400
    while let component = try? reader.next() {
        if component.name == "VTIMEZONE" { zones.describe(component) }
        guard let start = try? component.time("DTSTART") else { continue }
        _ = CalendarDuration(component.text("DURATION"))
        let series = CalendarSeries(component, start, &zones)
        precondition(series.walls(from: begin, until: begin + 400 * 86_400, limit: 500).count <= 500)
        _ = zones.instant(start)
    }
}

@Sendable private func fuzzJSON(_ bytes: [UInt8]) {
    var reader = JSONReader(source(of: bytes, pieces: 1 + bytes.count % 7))
    while let value = try? reader.next() {
        // What is written must be read back as the same text.
        let text = JSONWriter.text(value)
        let again = try? JSONReader.value(Array(text.utf8))
        precondition(again.map(JSONWriter.text) == text)
    }
}

private let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-21T06:05:00Z")!)

@Sendable private func fuzzFilter(_ bytes: [UInt8]) {
    let fields = [
        FilterField("city", .text, words: ["none"], aliases: ["城市"]),
        FilterField("tier", .choice(["A", "B", "C"])),
        FilterField("stage", .choice(["lead", "proposal", "提案"])),
        FilterField("amount", .money), FilterField("probability", .number),
        FilterField("last", .day(.past), words: ["none"]), FilterField("close", .day(.coming)),
        FilterField("tag", .text), FilterField("is", .special, words: ["mine"]), FilterField("entered", .dated),
    ]
    _ = try? Filter.parse(String(decoding: bytes, as: UTF8.self), fields: fields, clock: clock, currency: "CNY")
}

@Sendable private func fuzzDates(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = try? DateWords.parse(text, clock: clock)
    _ = try? DateWords.parse(text, clock: clock, direction: .past)
    if let rule = try? RepeatWords.parse(text, on: clock.today) {
        // The first of its days: a rule that a person can type must not take long to find them.
        _ = Array(rule.days(from: clock.today).prefix(3))
    }
}

/// A name as it is typed, and another one beside it: looked for, compared, marked and sorted.
@Sendable private func fuzzNames(_ bytes: [UInt8]) {
    let both = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
    }
    let (name, other) = (both[0], both.last!)
    for isCompany in [false, true] {
        precondition(Likeness.areAlike(name, other, isCompany: isCompany) == Likeness.areAlike(other, name, isCompany: isCompany))
    }
    _ = (Likeness.spellings(of: name), Likeness.variants(of: name))
    precondition(Likeness.syllables(of: name).allSatisfy { $0.count <= 6 })
    _ = (SortKey.of(name, isName: true), SortKey.of(name, isName: false), PhoneDigits(name).digits)
    let plain = folded(name)
    precondition(folded(plain) == plain, "folded twice it is another text")
    let length = name.count
    for mark in marks(in: name, of: [folded(other), plain]) { precondition(mark.upperBound <= length) }
}

@Sendable private func fuzzEncodings(_ bytes: [UInt8]) {
    guard let detected = try? TextDetection(sample: Array(bytes.prefix(4096))) else { return }
    var encodings: [TextEncoding] = [detected.encoding, .utf8, .utf16LE, .utf16BE, .gb18030, .big5]
    encodings += [.shiftJIS, .windows1252]
    for encoding in encodings {
        var whole = TextDecoder(encoding)
        let text = whole.decode(bytes)
        precondition(String(validating: text, as: UTF8.self) != nil, "what is decoded is valid UTF-8")
        // Piece by piece it is the same text.
        var pieces = TextDecoder(encoding)
        var joined: [UInt8] = []
        var start = 0
        var length = 1
        while start < bytes.count {
            let end = min(start + length, bytes.count)
            joined += pieces.decode(Array(bytes[start..<end]), isLast: end == bytes.count)
            (start, length) = (end, length % 7 + 1)
        }
        if !bytes.isEmpty { precondition(joined == text, "decoded in pieces it is another text") }
    }
}
