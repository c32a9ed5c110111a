extension String {
    /// With another text for each such scalar. `replacing` goes by what a reader sees as one character, and so passes over a quote
    /// on which an accent or the colour of an emoji stands; what a file or a query says must not hang on that.
    package func escaping(_ scalar: Unicode.Scalar, as text: String) -> String {
        if !unicodeScalars.contains(scalar) { return self }
        var result = String.UnicodeScalarView()
        for each in unicodeScalars {
            if each == scalar { result.append(contentsOf: text.unicodeScalars) } else { result.append(each) }
        }
        return String(result)
    }

    /// With another text for each break of a line: LF, CR, or both. In one go, as CR CR LF would else leave a CR LF behind.
    package func breakingLines(with text: String) -> String {
        guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var previous: UInt8 = 0
        for byte in utf8 {
            switch byte {
            case 0x0A where previous == 0x0D: break
            case 0x0A, 0x0D: result += text.utf8
            default: result.append(byte)
            }
            previous = byte
        }
        return String(decoding: result, as: UTF8.self)
    }
}
