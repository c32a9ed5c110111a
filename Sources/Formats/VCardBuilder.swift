import Words

/// Collects the properties of one card and makes the card of them at its end, when the version is known.
struct VCardBuilder {
    let line: Int
    private let undeclared: TextEncoding?
    private var properties: [ContentLine] = []
    /// The photo's line, which is large, is not kept as text.
    private var photo: VCard.Photo?
    private var problems = FileProblems()
    private var size = 0

    init(line: Int, undeclared: TextEncoding?) {
        self.line = line
        self.undeclared = undeclared
    }

    mutating func report(_ line: Int, _ reason: String) {
        problems.add(line: line, reason)
    }

    /// Takes a line in; a broken one is reported and the card goes on.
    mutating func add(_ line: ContentLines.Line) {
        guard let head = line.head,
            let property = ContentLine(
                head: String(decoding: line.bytes[..<(head.end - 1)], as: UTF8.self), value: "", line: line.number)
        else {
            return report(line.number, say("not a property: \(visible(excerpt(line.bytes)))"))
        }
        if line.isTooLong {
            return report(line.number, say("\(visible(property.name)) is too long and was left out"))
        }
        size += line.bytes.count
        if size > 2 * Limits.photo {
            return report(line.number, say("the card is too large; \(visible(property.name)) was left out"))
        }
        if property.name == "PHOTO" { return addPhoto(property, line) }
        var read = property
        read.value = text(of: line, property)
        // Decoded: what described the bytes describes them no more.
        read.parameters.removeAll { parameter in
            parameter.name == "CHARSET"
                || parameter.name == "ENCODING" && parameter.values.contains { $0.uppercased() == "QUOTED-PRINTABLE" }
        }
        properties.append(read)
    }

    private mutating func addPhoto(_ property: ContentLine, _ line: ContentLines.Line) {
        let type = property.values("TYPE").first ?? property.values("MEDIATYPE").first
        if line.value.isEmpty { return }
        if line.head?.isBase64 == true || line.value.starts(with: Array("data:".utf8)) {
            let digits =
                line.head?.isBase64 == true ? line.value : line.value.drop { $0 != UInt8(ascii: ",") }.dropFirst()
            guard let image = Base64.decode(digits), !image.isEmpty else {
                return report(line.number, say("the photo is damaged and was left out"))
            }
            if image.count > Limits.photo {
                return report(line.number, say("the photo is larger than 20 MB and was left out"))
            }
            let media = line.head?.isBase64 == true ? nil : VCardBuilder.media(line.value)
            keep(.image(image, type: type ?? media), line.number)
        } else {
            keep(.link(text(of: line, property)), line.number)
        }
    }

    private mutating func keep(_ new: VCard.Photo, _ line: Int) {
        if photo != nil { return report(line, say("a further photo was left out")) }
        photo = new
    }

    /// `jpeg` of `data:image/jpeg;base64,…`.
    private static func media(_ value: ArraySlice<UInt8>) -> String? {
        let head = String(decoding: value.prefix(100).prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self)
        guard head.hasPrefix("data:image/") else { return nil }
        return head.dropFirst(11).split(separator: ";").first.map(String.init)
    }

    /// The value as text: quoted-printable undone, in the declared charset, else UTF-8, else as the user chose.
    private mutating func text(of line: ContentLines.Line, _ property: ContentLine) -> String {
        let bytes = line.head?.isQuotedPrintable == true ? ContentText.quotedPrintable(line.value) : Array(line.value)
        var encoding = TextEncoding.utf8
        if let name = property.values("CHARSET").first {
            if let known = TextEncoding(named: name) {
                encoding = known
            } else {
                report(line.number, say("unknown charset \(visible(name))"))
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
                line.number,
                say("the characters of \(visible(property.name)) are not \(encoding) and no other charset is declared"))
        }
        // One sort of line break: a card that goes out has no other.
        if !text.utf8.contains(0x0D) { return text }
        return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    private func excerpt(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.prefix(60), as: UTF8.self)
    }

    func finish() -> VCard {
        var card = VCard(properties)
        card.line = line
        card.photo = photo
        card.problems = (problems.list + card.problems).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
        return card
    }
}
