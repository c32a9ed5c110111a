import Words

/// The encodings of text that Kontor reads, with the names that files give them.
package enum TextEncoding: Hashable, Sendable, CustomStringConvertible {
    case utf8
    case utf16LE
    case utf16BE
    /// GB2312 and GBK are parts of it.
    case gb18030
    case big5
    case shiftJIS
    /// ISO 8859-1 is read as Windows-1252, as the WHATWG Encoding Standard says.
    case windows1252
    /// Another encoding, by the name that iconv(3) knows; only those of `others`.
    case other(String)

    /// The encoding that a file or a user names, in any case; nil for an unknown one.
    package init?(named name: some StringProtocol) {
        let folded = name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " && $0 != "\"" }
        switch folded {
        case "utf8", "usascii", "ascii": self = .utf8
        case "utf16le", "utf16", "unicode": self = .utf16LE
        case "utf16be": self = .utf16BE
        case "gb18030", "gbk", "gb2312", "cp936", "xgbk", "ms936", "windows936": self = .gb18030
        case "big5", "cp950", "big5hkscs", "xbig5": self = .big5
        case "shiftjis", "sjis", "cp932", "windows31j", "mskanji", "xsjis": self = .shiftJIS
        case "windows1252", "cp1252", "iso88591", "latin1", "l1", "ansi": self = .windows1252
        default:
            guard let known = TextEncoding.others[folded] else { return nil }
            self = .other(known)
        }
    }

    /// The name that the user reads, which `init(named:)` understands.
    package var description: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LE: "UTF-16LE"
        case .utf16BE: "UTF-16BE"
        case .gb18030: "GB18030"
        case .big5: "Big5"
        case .shiftJIS: "Shift_JIS"
        case .windows1252: "Windows-1252"
        case .other(let name): name.hasPrefix("CP125") ? "Windows-" + name.dropFirst(2) : name
        }
    }

    /// The name for iconv(3). The Microsoft supersets, because they are what Windows programs write under these names.
    var iconvName: String {
        switch self {
        case .big5: "CP950"
        case .shiftJIS: "CP932"
        case .windows1252: "CP1252"
        case .other(let name): name
        default: description
        }
    }

    /// Encodings of a byte a character and Asian ones, by folded name: those that old address books declare.
    static let others: [String: String] = {
        var names = [
            "koi8r": "KOI8-R", "koi8u": "KOI8-U", "eucjp": "EUC-JP", "euckr": "EUC-KR", "iso2022jp": "ISO-2022-JP",
            "cp949": "CP949", "macintosh": "MACINTOSH", "macroman": "MACINTOSH", "euccn": "EUC-CN",
        ]
        for number in [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258] {
            names["windows\(number)"] = "CP\(number)"
            names["cp\(number)"] = "CP\(number)"
        }
        for number in [2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16] {
            names["iso8859\(number)"] = "ISO-8859-\(number)"
        }
        return names
    }()
}
