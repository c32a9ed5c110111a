import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder for passing files, only for its user (0700); it holds files, no folders.
struct PassingFolder {
    let path: String

    init() throws {
        var template = Array("\(variable("TMPDIR") ?? "/tmp")/kontor-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure.system(say("No folder can be made for passing files: \(String(cString: strerror(errno)))."))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func remove() {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                unlink(path + "/" + name)
            }
            closedir(folder)
        }
        rmdir(path)
    }
}
