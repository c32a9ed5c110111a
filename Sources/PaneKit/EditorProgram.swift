import Words
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Text in the person's own editor.

struct EditorFailed: Error, CustomStringConvertible {
    var description: String
}

/// The editor and its own arguments: `$VISUAL`, else `$EDITOR`, else vi; split on spaces, never given to a shell.
func editorCommand(visual: String?, editor: String?) -> [String] {
    for candidate in [visual, editor] {
        let words = (candidate ?? "").split(separator: " ").map(String.init)
        if !words.isEmpty { return words }
    }
    return ["vi"]
}

/// Runs the editor on a copy in a directory that only this user can enter, and reads the copy back. The terminal must have
/// been given back before.
///
/// - Throws: `EditorFailed` when the editor fails; nothing is lost then, because the caller still has the text.
func editInEditor(_ edit: TextEdit) throws -> String {
    let folder = environment("XDG_RUNTIME_DIR") ?? environment("TMPDIR") ?? "/tmp"
    var template = Array((folder + "/kontor-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(folder) }  // mode 0700
    let directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = directory + "/text." + edit.suffix
    defer {
        unlink(path)
        rmdir(directory)
    }
    try write(edit.text, to: path)
    let command = editorCommand(visual: environment("VISUAL"), editor: environment("EDITOR"))
    let status = try Foreground.run(command + [path])
    // What was written before a signal ended the editor is kept, as a line that breaks is nobody's wish.
    guard status == 0 || status > 128 else {
        throw EditorFailed(
            description: say("\(command[0]) ended with status \(status), so the text stays as it was."))
    }
    var text = try read(path)
    // Editors end the last line; a text of one line is not to become two.
    if text.hasSuffix("\n"), !edit.text.hasSuffix("\n") { text.removeLast() }
    return text
}

private func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
}

private func write(_ text: String, to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SystemError(path) }
    defer { close(file) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        #if canImport(Glibc)
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        #else
            let count = rest.withUnsafeBytes { Darwin.write(file, $0.baseAddress, $0.count) }
        #endif
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw SystemError(path) }
        rest = rest.dropFirst(count)
    }
}

private func read(_ path: String) throws -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemError(path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
        #if canImport(Glibc)
            let count = Glibc.read(file, &buffer, buffer.count)
        #else
            let count = Darwin.read(file, &buffer, buffer.count)
        #endif
        if count < 0, errno == EINTR { continue }
        if count < 0 { throw SystemError(path) }
        if count == 0 { return String(decoding: bytes, as: UTF8.self) }
        bytes += buffer[0..<count]
    }
}
