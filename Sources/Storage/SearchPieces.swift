import Sales

/// The words of a folded text, as they are stored and as they are looked for.
extension SearchText {
    enum Piece: Equatable {
        case word(Substring)
        /// Signs of a script that does not part its words.
        case run([Unicode.Scalar])
    }

    private enum Sort { case letter, sign, gap, space }

    /// The words and runs of a folded text. A piece between spaces that has neither, `&`, is a word as it is.
    static func pieces(of folded: String) -> [Piece] {
        var pieces: [Piece] = []
        let scalars = folded.unicodeScalars
        var wordStart: String.Index?
        var run: [Unicode.Scalar] = []
        var chunkStart = scalars.startIndex
        var isBare = true
        func finish(_ index: String.Index) {
            if let start = wordStart { pieces.append(.word(folded[start..<index])) }
            if !run.isEmpty { pieces.append(.run(run)) }
            wordStart = nil
            run = []
        }
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let sort = sort(scalar)
            switch sort {
            case .letter:
                if wordStart == nil {
                    finish(index)
                    wordStart = index
                }
            case .sign:
                if wordStart != nil { finish(index) }
                run.append(scalar)
            case .gap: finish(index)
            case .space:
                finish(index)
                addBare(folded[chunkStart..<index])
                chunkStart = scalars.index(after: index)
                isBare = true
            }
            if sort == .letter || sort == .sign { isBare = false }
            index = scalars.index(after: index)
        }
        finish(index)
        addBare(folded[chunkStart..<index])
        return pieces

        func addBare(_ chunk: Substring) {
            if isBare, !chunk.isEmpty, !chunk.unicodeScalars.contains(where: { $0 == backwards || $0.value == 0x7F }) {
                pieces.append(.word(chunk))
            }
        }
    }

    private static func sort(_ scalar: Unicode.Scalar) -> Sort {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A, 0x41...0x5A: return .letter
        case 0...0x20: return .space
        case 0x21...0x7F, backwards.value: return .gap
        // Thai, Lao, Burmese, Khmer; kana; Han; Hangul.
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FA, 0x30FC...0x30FF,
            0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            return .sign
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            return .letter
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .privateUse, .unassigned: return .sign
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
        default: return .gap
        }
    }
}
