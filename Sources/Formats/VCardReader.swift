import Words

/// Reads the cards of a vCard file (2.1, 3.0, 4.0) one after another.
package struct VCardReader {
    /// The encoding of the file; single properties may declare another.
    package let encoding: TextDetection
    /// What is wrong outside the cards. Those of a card are in the card.
    package private(set) var problems = FileProblems()

    private var lines: ContentLines
    /// Cards begun and not ended, the outermost first.
    private var open: [VCardBuilder] = []
    /// The component of another kind in which the lines are passed over.
    private var foreign: (name: String, depth: Int)?
    private let undeclared: TextEncoding?
    private var hasSeenStray = false

    /// - Parameters:
    ///   - source: the bytes of the file.
    ///   - encoding: of text that is not UTF-8 and does not declare its charset, as the user chose it.
    /// - Throws: `FileProblem` for UTF-32 and for files that are too large; what the source throws.
    package init(_ source: @escaping ByteSource, encoding chosen: TextEncoding? = nil) throws {
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
        default: lines = ContentLines(VCardReader.lineFeeds(whole))
        }
    }

    package init(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws {
        try self.init(source(of: bytes), encoding: encoding)
    }

    /// The next card; nil at the end. A card inside another comes before the one that holds it.
    package mutating func next() throws -> VCard? {
        while let line = try lines.next() {
            if line.bytes.isEmpty { continue }
            let marker = VCardReader.marker(line)
            if let (name, begins) = marker, foreign != nil || name != "VCARD" {
                pass(name, begins, line.number)
            } else if foreign != nil {
                continue
            } else if let (_, begins) = marker {
                if begins {
                    begin(line.number)
                } else if let card = open.popLast() {
                    return card.finish()
                } else {
                    problems.add(line: line.number, say("END:VCARD without BEGIN:VCARD"))
                }
            } else if open.isEmpty {
                if !hasSeenStray { problems.add(line: line.number, say("text outside of any card")) }
                hasSeenStray = true
            } else {
                open[open.count - 1].add(line)
            }
        }
        guard var card = open.popLast() else { return nil }
        card.report(card.line, say("the file ends before END:VCARD"))
        return card.finish()
    }

    private mutating func begin(_ line: Int) {
        hasSeenStray = false
        if open.count == Limits.nesting {
            open[open.count - 1].report(line, say("more than 100 cards inside one another"))
            foreign = ("VCARD", 1)
        } else {
            open.append(VCardBuilder(line: line, undeclared: undeclared))
        }
    }

    /// Passes over a component that is no card.
    private mutating func pass(_ name: String, _ begins: Bool, _ line: Int) {
        if let (outer, depth) = foreign {
            guard name == outer else { return }
            let inside = depth + (begins ? 1 : -1)
            foreign = inside == 0 ? nil : (outer, inside)
        } else if begins {
            problems.add(line: line, say("\(visible(name)) is not a card and was passed over"))
            foreign = (name, 1)
        }
    }

    /// `BEGIN:VCARD` and `END:VCARD`, in any case and with blanks.
    private static func marker(_ line: ContentLines.Line) -> (name: String, begins: Bool)? {
        guard line.bytes.count < 200 else { return nil }
        let text = String(decoding: line.bytes, as: UTF8.self).trimmed.uppercased()
        for word in ["BEGIN", "END"] where text.hasPrefix(word) {
            let rest = String(text.dropFirst(word.count)).trimmed
            if rest.hasPrefix(":") { return (String(rest.dropFirst()).trimmed, word == "BEGIN") }
        }
        return nil
    }

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
