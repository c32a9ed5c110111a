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
        guard let property = line.property(report: { report(line.number, $0) }) else { return }
        size += line.bytes.count
        if size > 2 * Limits.photo {
            return report(line.number, say("the card is too large; \(visible(property.name)) was left out"))
        }
        if property.name == "PHOTO" { return addPhoto(property, line) }
        properties.append(line.decoded(property, undeclared: undeclared) { report(line.number, $0) })
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
            let link = line.text(of: property, undeclared: undeclared) { report(line.number, $0) }
            keep(.link(link), line.number)
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

    func finish() -> VCard {
        var card = VCard(properties)
        card.line = line
        card.photo = photo
        card.problems = (problems.list + card.problems).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
        return card
    }
}
