import Words

/// Turns text of any encoding into UTF-8, piece by piece; what is not valid becomes U+FFFD and is reported by line.
package struct TextDecoder {
    package let encoding: TextEncoding
    package private(set) var problems = FileProblems()

    /// Bytes of a character that the last piece cut through.
    private var rest: [UInt8] = []
    /// Bytes of the byte order mark that are still to be skipped.
    private var mark: Int
    private var lines = LineCount()
    /// How much of the output of this piece `lines` has counted.
    private var counted = 0
    private var converter: CharacterConverter?

    package init(_ encoding: TextEncoding, mark: Int = 0) {
        self.encoding = encoding
        self.mark = mark
        switch encoding {
        case .utf8, .utf16LE, .utf16BE: break
        default: converter = CharacterConverter(from: encoding.iconvName)
        }
    }

    package init(_ detection: TextDetection) {
        self.init(detection.encoding, mark: detection.mark)
    }

    /// The UTF-8 of the next bytes. Say `isLast` with the last ones, so that a character cut off there is reported.
    package mutating func decode(_ bytes: [UInt8], isLast: Bool = true) -> [UInt8] {
        var input = bytes
        if mark > 0 {
            let skipped = min(mark, input.count)
            input.removeFirst(skipped)
            mark -= skipped
        }
        if !rest.isEmpty {
            input.insert(contentsOf: rest, at: 0)
            rest = []
        }
        var output: [UInt8] = []
        switch encoding {
        case .utf8: decodeUTF8(input, isLast, &output)
        case .utf16LE: decodeUTF16(input, isLast, low: 0, &output)
        case .utf16BE: decodeUTF16(input, isLast, low: 1, &output)
        default: convert(input, isLast, &output)
        }
        lines.count(output[counted...])
        counted = 0
        return output
    }

    /// All of a source as UTF-8, still piece by piece. The problems go to `report` as they are met.
    package static func utf8(
        _ source: @escaping ByteSource, _ detection: TextDetection, report: @escaping (FileProblem) -> Void
    ) -> ByteSource {
        var decoder = TextDecoder(detection)
        var reported = 0
        var isDone = false
        return {
            while !isDone {
                let piece = try source()
                isDone = piece == nil
                let output = decoder.decode(piece ?? [], isLast: isDone)
                for problem in decoder.problems.list[reported...] { report(problem) }
                reported = decoder.problems.list.count
                if !output.isEmpty { return output }
            }
            return nil
        }
    }

    /// Puts U+FFFD for what is not valid. One problem a line is enough.
    private mutating func replace(in output: inout [UInt8]) {
        lines.count(output[counted...])
        counted = output.count
        let line = lines.line
        output += [0xEF, 0xBF, 0xBD]
        if problems.list.last?.line == line { return }
        problems.add(line: line, say("not valid \(encoding); unreadable characters became �"))
    }

    private mutating func decodeUTF8(_ input: [UInt8], _ isLast: Bool, _ output: inout [UInt8]) {
        input.withUnsafeBufferPointer { bytes in
            var i = 0
            var start = 0
            while i < bytes.count {
                if bytes[i] < 0x80 {
                    i += 1
                    continue
                }
                switch UTF8Check.sequence(in: bytes, at: i) {
                case .valid(let length): i += length
                case .cut where !isLast:
                    output += bytes[start..<i]
                    rest = Array(bytes[i...])
                    return
                case .cut:
                    output += bytes[start..<i]
                    replace(in: &output)
                    start = bytes.count
                    i = start
                case .invalid(let length):
                    output += bytes[start..<i]
                    replace(in: &output)
                    i += length
                    start = i
                }
            }
            output += bytes[start...]
        }
    }

    private mutating func decodeUTF16(_ input: [UInt8], _ isLast: Bool, low: Int, _ output: inout [UInt8]) {
        output.reserveCapacity(input.count * 3 / 2)
        func unit(_ i: Int) -> UInt32 { UInt32(input[i + low]) | UInt32(input[i + 1 - low]) << 8 }
        var i = 0
        while i + 1 < input.count {
            let first = unit(i)
            if let scalar = Unicode.Scalar(first) {
                output += UTF8.encode(scalar)!
                i += 2
            } else if first < 0xDC00, i + 3 >= input.count, !isLast {
                break
            } else if first < 0xDC00, i + 3 < input.count, (0xDC00...0xDFFF).contains(unit(i + 2)) {
                output += UTF8.encode(Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + unit(i + 2) - 0xDC00)!)!
                i += 4
            } else {
                replace(in: &output)
                i += 2
            }
        }
        if i == input.count { return }
        if isLast { replace(in: &output) } else { rest = Array(input[i...]) }
    }

    private mutating func convert(_ input: [UInt8], _ isLast: Bool, _ output: inout [UInt8]) {
        guard let converter else {
            if !input.isEmpty { replace(in: &output) }
            if problems.count == 1 { problems.add(line: nil, say("This system cannot read \(encoding).")) }
            return
        }
        var position = 0
        while position < input.count {
            switch converter.convert(input, &position, into: &output) {
            case .done: break
            case .cut where !isLast:
                rest = Array(input[position...])
                return
            case .cut:
                replace(in: &output)
                return
            case .invalid:
                replace(in: &output)
                position += 1
            }
        }
    }
}
