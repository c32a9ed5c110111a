#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The character set of the terminal.

/// Makes the C library speak UTF-8, whatever the language; numbers keep their point.
///
/// - Throws: `TerminalError` when the locale names another character set.
func useUTF8() throws {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first ?? "C"
    if setlocale(LC_CTYPE, "") != nil, charset() == "UTF-8" { return }
    // No locale, or one that is not installed: UTF-8 unless it says otherwise.
    if let dot = named.firstIndex(of: ".") {
        let wanted = named[named.index(after: dot)...].prefix { $0 != "@" }
        let letters = wanted.lowercased().filter(\.isLetter) + wanted.filter(\.isNumber)
        if letters != "utf8" { throw TerminalError.charset(String(wanted)) }
    } else if setlocale(LC_CTYPE, "") != nil, !["ANSI_X3.4-1968", "US-ASCII", "646", ""].contains(charset()) {
        throw TerminalError.charset(charset())
    }
    for candidate in ["C.UTF-8", "en_US.UTF-8", "UTF-8"] where setlocale(LC_CTYPE, candidate) != nil { return }
    throw TerminalError.charset(charset())
}

private func charset() -> String { String(cString: nl_langinfo(nl_item(CODESET))) }

/// A variable of the environment; nil when it is empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
}
