import Words

/// Reads the cards of a vCard file (2.1, 3.0, 4.0) one after another.
package struct VCardReader {
    /// The encoding of the file; single properties may declare another.
    package var encoding: TextDetection { source.encoding }
    /// What is wrong outside the cards. Those of a card are in the card.
    package private(set) var problems = FileProblems()

    private var source: ContentSource
    /// Cards begun and not ended, the outermost first.
    private var open: [VCardBuilder] = []
    /// The component of another kind in which the lines are passed over.
    private var foreign: (name: String, depth: Int)?
    private var hasSeenStray = false

    /// - Parameters:
    ///   - source: the bytes of the file.
    ///   - encoding: of text that is not UTF-8 and does not declare its charset, as the user chose it.
    /// - Throws: `FileProblem` for UTF-32; what the source throws.
    package init(_ source: @escaping ByteSource, encoding: TextEncoding? = nil) throws {
        self.source = try ContentSource(source, encoding: encoding)
    }

    package init(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws {
        try self.init(Formats.source(of: bytes), encoding: encoding)
    }

    /// The next card; nil at the end. A card inside another comes before the one that holds it.
    package mutating func next() throws -> VCard? {
        while let line = try source.next() {
            if line.bytes.isEmpty { continue }
            let marker = line.marker
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
            open.append(VCardBuilder(line: line, undeclared: source.undeclared))
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
}
