import Words

/// A vCard or calendar file as lines: its encoding found out, whatever ends its lines.
struct ContentSource {
    /// The encoding of the file; single properties may declare another.
    let encoding: TextDetection
    /// Of text that is not UTF-8 and does not declare its charset.
    let undeclared: TextEncoding?
    private var lines: ContentLines

    /// - Parameter chosen: the encoding of undeclared text, as the user chose it.
    /// - Throws: `FileProblem` for UTF-32; what the source throws.
    init(_ source: @escaping ByteSource, encoding chosen: TextEncoding?) throws {
        var first: [UInt8] = []
        while first.count < Limits.sample, let piece = try source() { first += piece }
        if first.isEmpty { throw FileProblem(reason: say("The file is empty.")) }
        let detected = try TextDetection(sample: Array(first.prefix(Limits.sample)))
        encoding = detected
        // A guess from few letters is no declaration: it is used only when the user chooses it.
        undeclared = chosen ?? (detected.certainty >= .likely && detected.encoding != .utf8 ? detected.encoding : nil)
        first.removeFirst(detected.encoding == .utf8 ? detected.mark : 0)
        var pending: [UInt8]? = first
        let whole: ByteSource = {
            defer { pending = nil }
            return try pending ?? source()
        }
        switch detected.encoding {
        case .utf16LE, .utf16BE: lines = ContentLines(TextDecoder.utf8(whole, detected) { _ in })
        default: lines = ContentLines(ContentSource.lineFeeds(whole))
        }
    }

    mutating func next() throws -> ContentLines.Line? { try lines.next() }

    /// CR alone as LF. In a file with LF a CR stays, except before it, where it goes.
    private static func lineFeeds(_ source: @escaping ByteSource) -> ByteSource {
        var isClassic: Bool?
        return {
            guard var piece = try source() else { return nil }
            if isClassic == nil { isClassic = !piece.contains(0x0A) && piece.contains(0x0D) }
            if isClassic == true {
                for i in piece.indices where piece[i] == 0x0D { piece[i] = 0x0A }
            }
            return piece
        }
    }
}

extension ContentLines.Line {
    /// `BEGIN:VCARD` and `END:VCARD`, in any case and with blanks.
    var marker: (name: String, begins: Bool)? {
        guard bytes.count < 200 else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).trimmed.uppercased()
        for word in ["BEGIN", "END"] where text.hasPrefix(word) {
            let rest = String(text.dropFirst(word.count)).trimmed
            if rest.hasPrefix(":") { return (String(rest.dropFirst()).trimmed, word == "BEGIN") }
        }
        return nil
    }

    /// The value as text: quoted-printable undone, in the declared charset, else UTF-8, else as the user chose.
    ///
    /// - Parameter report: told what cannot be read.
    func text(of property: ContentLine, undeclared: TextEncoding?, report: (String) -> Void) -> String {
        let bytes = head?.isQuotedPrintable == true ? ContentText.quotedPrintable(value) : Array(value)
        var encoding = TextEncoding.utf8
        if let name = property.values("CHARSET").first {
            if let known = TextEncoding(named: name) {
                encoding = known
            } else {
                report(say("unknown charset \(visible(name))"))
            }
        }
        if encoding == .utf8, UTF8Check(bytes).errors > 0, let undeclared, undeclared != .utf16LE,
            undeclared != .utf16BE
        {
            encoding = undeclared
        }
        var decoder = TextDecoder(encoding)
        let text = String(decoding: decoder.decode(bytes), as: UTF8.self)
        if decoder.problems.count > 0 {
            report(
                say("the characters of \(visible(property.name)) are not \(encoding) and no other charset is declared"))
        }
        // One sort of line break: a card that goes out has no other.
        if !text.utf8.contains(0x0D) { return text }
        return text.breakingLines(with: "\n")
    }

    /// The property of the line, still without its value; nil when it is none.
    func property(report: (String) -> Void) -> ContentLine? {
        guard let head,
            let property = ContentLine(
                head: String(decoding: bytes[..<(head.end - 1)], as: UTF8.self), value: "", line: number)
        else {
            report(say("not a property: \(visible(String(decoding: bytes.prefix(60), as: UTF8.self)))"))
            return nil
        }
        if isTooLong {
            report(say("\(visible(property.name)) is too long and was left out"))
            return nil
        }
        return property
    }

    /// The same with its value.
    func decoded(_ property: ContentLine, undeclared: TextEncoding?, report: (String) -> Void) -> ContentLine {
        var read = property
        read.value = text(of: property, undeclared: undeclared, report: report)
        // Decoded: what described the bytes describes them no more.
        read.parameters.removeAll { parameter in
            parameter.name == "CHARSET"
                || parameter.name == "ENCODING" && parameter.values.contains { $0.uppercased() == "QUOTED-PRINTABLE" }
        }
        return read
    }
}
